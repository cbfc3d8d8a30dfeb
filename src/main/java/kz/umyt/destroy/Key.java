package kz.umyt.destroy;

import java.util.List;

/** The primary key of one row. Never printed: a key can be a person's number. */
record Key(List<Object> values) {
  @Override
  public String toString() {
    return "key";
  }
}
