package kz.umyt.recognize.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberPlanTest {

  @Test
  void agreesWithLibphonenumberThoughItRemembersPrefixes() {
    Random random = new Random(17);
    NumberPlan plan = new NumberPlan();
    for (int i = 0; i < 30_000; i++) {
      long national = 7_000_000_000L + random.nextInt(1_000_000_000);
      PhoneNumber number = new PhoneNumber().setCountryCode(7).setNationalNumber(national);
      assertThat(plan.inZone7(national))
          .isEqualTo(PhoneNumberUtil.getInstance().isValidNumber(number));
    }
  }
}
