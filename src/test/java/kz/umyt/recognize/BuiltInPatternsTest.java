package kz.umyt.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kz.umyt.recognize.pattern.SearchPattern;
import kz.umyt.recognize.pattern.Symbols;
import kz.umyt.recognize.validate.Validators;
import kz.umyt.settings.RecognizerSpec;
import org.junit.jupiter.api.Test;

class BuiltInPatternsTest {

  /** RE2J takes microseconds for each cell that such a pattern may match. */
  @Test
  void noneIsLeftToRe2j() {
    Validators validators = new Validators(BuiltIn.TODAY);
    Symbols symbols = new Symbols();
    List<String> left = new ArrayList<>();
    for (RecognizerSpec spec : BuiltIn.specs()) {
      Recognizer recognizer = new Recognizer(0, spec, validators, symbols);
      for (SearchPattern pattern : recognizer.patterns()) {
        if (pattern.automaton() == null && pattern.anchor() == null) {
          left.add(recognizer.name());
        }
      }
    }

    assertThat(left).isEmpty();
  }
}
