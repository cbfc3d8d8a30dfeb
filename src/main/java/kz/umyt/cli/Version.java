package kz.umyt.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"umyt " + number()};
  }

  static String number() {
    String version = Umyt.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
