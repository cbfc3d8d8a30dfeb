package kz.umyt.report;

import java.util.List;

/**
 * A whole inventory page. Public for the templates only.
 *
 * @param script the only script that runs in it
 * @param scriptDigest Base64 SHA-256 of that script, by which a browser knows it from any other
 */
public record InventoryPage(List<InventoryView> views, String script, String scriptDigest) {
  public InventoryPage {
    views = List.copyOf(views);
  }
}
