package kz.umyt.anonymize;

import kz.umyt.recognize.validate.Localities;
import kz.umyt.settings.OperatorSpec;

/**
 * Tells what an operator may have written from what it should have removed, where both look like
 * personal data to the recognizers: the address of a network is an address, and nobody's.
 */
public final class Leftovers {
  private final Localities localities = new Localities();

  /** Whether a whole value has the form that a rule leaves. */
  public boolean areWritten(OperatorSpec operator, String value) {
    String text = Values.unpadded(value);
    return (operator instanceof OperatorSpec.Network && text.equals(Generalizers.network(text)))
        || (operator instanceof OperatorSpec.City
            && localities.in(text).filter(text::equals).isPresent());
  }
}
