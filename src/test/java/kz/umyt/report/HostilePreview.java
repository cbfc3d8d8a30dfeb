package kz.umyt.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.umyt.plan.Outlook;
import kz.umyt.plan.Plan;
import kz.umyt.plan.Preview;
import kz.umyt.plan.Seal;
import kz.umyt.settings.LocalizedText;
import kz.umyt.settings.Policy;

/** A plan whose every text tries to be more than text. */
final class HostilePreview {

  private HostilePreview() {}

  static Preview preview() {
    return with(HostileAct.TEXT, HostileAct.ATTRIBUTE);
  }

  static String harmless() {
    return PlanHtml.html(with("text", "kk"));
  }

  private static Preview with(String text, String language) {
    Preview preview = SamplePreviews.preview();
    Plan plan = preview.plan();
    return new Preview(
        new Plan(
            text,
            text,
            new Plan.PolicyRef(text, 1, text),
            plan.asOf(),
            plan.targets().stream().map(target -> HostileAct.with(text, target)).toList()),
        new Seal(Map.of(Seal.Part.JOB, text, Seal.Part.RECOGNIZERS, text), Map.of()),
        new Preview.Origin(preview.origin().created(), text, text, text),
        preview.approval(),
        preview.limits(),
        new Policy.Organisation(Optional.of(text), new LocalizedText(text, text, text)),
        new Policy.Document(text, Optional.of(text), preview.document().date(), language),
        plan.targets().stream().map(target -> outlook(text)).toList(),
        List.of(text),
        Optional.of(text));
  }

  private static Outlook outlook(String text) {
    return new Outlook(
        Optional.of(text),
        1,
        2,
        Optional.empty(),
        List.of(new Outlook.Dependent(text, text, text, false, Optional.of(text))),
        List.of(new Outlook.Trigger(text, text)),
        List.of(text),
        List.of(text));
  }
}
