package kz.umyt.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a score, with an error that names no class. */
final class ScoreConverter implements ITypeConverter<Double> {

  @Override
  public Double convert(String text) {
    try {
      double score = Double.parseDouble(text);
      if (score >= 0 && score <= 1) {
        return score;
      }
    } catch (NumberFormatException wrong) {
      throw wrong();
    }
    throw wrong();
  }

  private static TypeConversionException wrong() {
    return new TypeConversionException("must be a number from 0 to 1, such as 0.5");
  }
}
