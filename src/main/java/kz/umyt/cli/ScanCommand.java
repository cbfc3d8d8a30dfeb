package kz.umyt.cli;

final class ScanCommand {
  static void show(Workspace w, CommonOptions c, String j) {}
}
