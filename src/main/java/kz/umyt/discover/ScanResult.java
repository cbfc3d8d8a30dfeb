package kz.umyt.discover;

import java.util.List;
import java.util.Optional;

/**
 * All that a scan has to say. Holds no personal value.
 *
 * @param alarms what must be acted on at once
 * @param changes absent if there is no last scan to compare with
 */
public record ScanResult(
    Inventory inventory, PolicyCheck policyCheck, List<Alarm> alarms, Optional<Changes> changes) {

  public ScanResult {
    alarms = List.copyOf(alarms);
  }
}
