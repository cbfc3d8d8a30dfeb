package kz.umyt.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.umyt.settings.RegisterEntry;

/**
 * Lines of registers that concern no target of a job. Several jobs may share a register; but a name
 * that is misspelt is a hold that holds nothing, and a person who is not forgotten. The cell is not
 * shown: in a line with a column too few it would be a person's value.
 */
final class RegisterRemarks {
  private RegisterRemarks() {}

  static List<String> of(ActiveRegisters registers, List<BoundTarget> targets) {
    List<String> remarks = new ArrayList<>();
    for (ActiveRegisters.HeldRecords held : registers.heldRecords()) {
      if (targets.stream().noneMatch(target -> isMeant(held, target))) {
        remarks.add(
            held.line().at()
                + ": 'table' names no table or file of this job's targets, so the line holds nothing"
                + " here");
      }
    }
    Set<String> served = new TreeSet<>();
    targets.forEach(
        target ->
            target
                .spec()
                .purposes()
                .forEach(purpose -> served.add(ActiveRegisters.folded(purpose.value()))));
    List<RegisterEntry> vain =
        registers.withdrawals().stream()
            .filter(
                withdrawal ->
                    withdrawal
                        .purpose()
                        .filter(purpose -> !served.contains(ActiveRegisters.folded(purpose)))
                        .isPresent())
            .toList();
    if (!vain.isEmpty()) {
      remarks.add(
          vain.get(0).at()
              + (vain.size() == 1
                  ? ": 'purpose' is none of this job's targets, so the line withdraws nothing here"
                  : ": here and on "
                      + (vain.size() - 1)
                      + " more lines 'purpose' is none of this job's targets, so they withdraw"
                      + " nothing here"));
    }
    return remarks;
  }

  private static boolean isMeant(ActiveRegisters.HeldRecords held, BoundTarget target) {
    String written = held.records().table();
    if (target instanceof BoundTable table) {
      return table.concerns(written);
    }
    BoundFiles files = (BoundFiles) target;
    return files.files().stream().anyMatch(file -> files.isNamed(written, file));
  }
}
