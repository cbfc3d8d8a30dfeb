package kz.umyt.anonymize;

import java.util.function.Function;
import kz.umyt.recognize.validate.Localities;
import kz.umyt.settings.OperatorSpec;
import org.jspecify.annotations.Nullable;

/**
 * The operators that leave the general part of a value: of a date its year or month, of an address
 * its network or city, of a number its range. A text that does not read as such a value might be
 * anything, so nothing of it stays.
 */
final class Generalizers {
  private Generalizers() {}

  static ValueOperator create(OperatorSpec spec, RuleCheck check) {
    check.requireSharable();
    if (spec instanceof OperatorSpec.Generalize generalize) {
      return dates(new GeneralDates(generalize.to()), check);
    }
    if (spec instanceof OperatorSpec.Range range) {
      return numbers(new GeneralNumbers(range.width()), check);
    }
    if (spec instanceof OperatorSpec.Network) {
      requireText("IP addresses written as text", check);
      return text(Generalizers::network, check.shape());
    }
    if (spec instanceof OperatorSpec.City) {
      requireText("addresses written as text", check);
      Localities localities = new Localities();
      return Values.text(value -> localities.in(value).orElse(""));
    }
    throw new IllegalArgumentException(spec.word());
  }

  private static ValueOperator dates(GeneralDates dates, RuleCheck check) {
    return switch (check.shape().kind()) {
      case TEXT -> text(dates::ofText, check.shape());
      case DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE -> other(dates::of, "a date or time");
      case INTEGER, DECIMAL, JSON, XML, OTHER -> throw unsuitable("dates and times", check);
    };
  }

  private static ValueOperator numbers(GeneralNumbers numbers, RuleCheck check) {
    return switch (check.shape().kind()) {
      case TEXT -> text(numbers::ofText, check.shape());
      case INTEGER, DECIMAL -> other(numbers::of, "a number");
      case DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, JSON, XML, OTHER ->
          throw unsuitable("numbers", check);
    };
  }

  private static void requireText(String what, RuleCheck check) {
    if (check.shape().kind() != ColumnShape.Kind.TEXT) {
      throw unsuitable(what, check);
    }
  }

  private static RuntimeException unsuitable(String what, RuleCheck check) {
    return check.refused(
        "generalize works here on " + what + ", and the column holds " + check.holds());
  }

  static @Nullable String network(String text) {
    IpAddress address = IpAddress.read(text);
    return address == null ? null : address.network().toString();
  }

  private static ValueOperator text(Function<String, @Nullable String> general, ColumnShape shape) {
    return value -> {
      if (value == null || value.equals("")) {
        return value;
      }
      String left = general.apply(Values.unpadded(Values.requireText(value)));
      boolean fits = left != null && (shape.maxLength() == 0 || left.length() <= shape.maxLength());
      if (fits) {
        return left;
      }
      return shape.nullable() ? null : "";
    };
  }

  private static ValueOperator other(Function<Object, @Nullable Object> general, String expected) {
    return value -> {
      if (value == null) {
        return null;
      }
      Object left = general.apply(value);
      if (left == null) {
        throw Values.unexpected(value, expected);
      }
      return left;
    };
  }
}
