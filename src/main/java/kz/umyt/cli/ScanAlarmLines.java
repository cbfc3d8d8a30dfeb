package kz.umyt.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.umyt.discover.Alarm;

/** What a scan found that must be acted on at once: what to do, once for each entity, and where. */
final class ScanAlarmLines {

  private ScanAlarmLines() {}

  static List<String> of(List<Alarm> alarms) {
    Map<String, List<Alarm>> byEntity = new LinkedHashMap<>();
    for (Alarm alarm : alarms) {
      byEntity.computeIfAbsent(alarm.entity(), entity -> new ArrayList<>()).add(alarm);
    }
    List<String> lines = new ArrayList<>();
    byEntity.forEach(
        (entity, places) -> {
          lines.add("act at once: " + entity + ": " + places.get(0).advice());
          for (Alarm alarm : places) {
            lines.add(
                "  "
                    + entity
                    + " in "
                    + ChangeLines.place(alarm.place())
                    + ": "
                    + alarm.cells()
                    + (alarm.cells() == 1 ? " cell" : " cells"));
          }
        });
    return lines;
  }
}
