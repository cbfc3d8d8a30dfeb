package kz.umyt.cli;

/** The command line entry point. */
public final class Umyt {
  private Umyt() {}

  public static void main(String[] args) {
    System.out.println("umyt");
  }
}
