package kz.umyt.source.csv;

/**
 * Something in a source's folder that is not read, so that nothing is left out in silence.
 *
 * @param name its path below the source's folder, with {@code /} between the parts
 * @param reason why it is not read and what to do, without any value
 */
public record Gap(String name, String reason) {}
