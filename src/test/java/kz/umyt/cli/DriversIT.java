package kz.umyt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import kz.umyt.engines.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases whose drivers people bring themselves. */
class DriversIT {

  private static final UmytProcess UMYT = new UmytProcess();

  @TempDir private Path temp;

  @BeforeEach
  void nameTheSources() {
    Shop.in(temp)
        .write(
            "config/sources.yaml",
            """
            sources:
              hr: {jdbc: "jdbc:oracle:thin:@//db.example:1521/HR"}
              pay: {jdbc: "jdbc:oracle:thin:@//db.example:1521/PAY", user: hr, password: wrong}
              shop: {jdbc: "jdbc:sqlserver://db.example;password=opensesame"}
            """);
  }

  private UmytProcess.Ended ddl(UmytProcess umyt, String source) {
    return umyt.run(
        "ddl", source, "--config", temp.resolve("config"), "--home", temp.resolve("var"));
  }

  @Test
  void areAskedForWhereTheyAreMissing() {
    ddl(UMYT, "hr")
        .saysOnly(
            ExitCode.USAGE,
            "config/sources.yaml:2:",
            "no JDBC driver for Oracle",
            "ojdbc11.jar",
            "drivers",
            "UMYT_DRIVERS");
    UmytProcess.Ended ended =
        ddl(UMYT, "shop")
            .saysOnly(ExitCode.USAGE, "no JDBC driver for SQL Server", "mssql-jdbc", "drivers");
    assertThat(ended.err()).doesNotContain("opensesame");
  }

  @Test
  void areTakenFromTheFolderBesideTheLauncher() throws IOException {
    Path base = temp.resolve("my umyt");
    SampleHome.copy(Path.of("scripts"), base.resolve("scripts"));
    Files.createSymbolicLink(base.resolve("target"), Path.of("target").toAbsolutePath());
    UmytProcess installed = UMYT.as(base.resolve("scripts").resolve("umyt"));
    ddl(installed, "hr").saysOnly(ExitCode.USAGE, "no JDBC driver for Oracle");
    jar(base.resolve("drivers").resolve("any name.jar"));
    UmytProcess.Ended ended = ddl(installed, "hr").endsWith(ExitCode.DONE);
    assertThat(ended.out()).contains("run VARCHAR2(80 CHAR) NOT NULL");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void areTakenFromTheFolderThatAVariableNames() throws IOException {
    ddl(withDriver(), "pay")
        .saysOnly(ExitCode.SOURCE, "source 'pay'", "user or password is wrong", "code 1017");
  }

  @Test
  void makeADatabaseOneThatIsChanged() throws IOException {
    Shop.in(temp)
        .job(
            """
            approval: standing
            limits: {max-rows: 100}
            targets:
              - {source: hr, table: any, retention: collected-p2y, clock: day, action: destroy}
            """);
    withDriver()
        .run(
            "plan",
            temp.resolve("jobs/job.yaml"),
            "--config",
            temp.resolve("config"),
            "--home",
            temp.resolve("var"))
        .saysOnly(ExitCode.USAGE, "source 'hr' has no table 'any'");
  }

  private UmytProcess withDriver() throws IOException {
    Path folder = temp.resolve("our drivers");
    jar(folder.resolve("driver.jar"));
    return UMYT.with("UMYT_DRIVERS", folder.toString());
  }

  private static void jar(Path file) throws IOException {
    String type = StandInDriver.class.getName();
    String resource = type.replace('.', '/') + ".class";
    Files.createDirectories(file.getParent());
    try (InputStream bytes = StandInDriver.class.getClassLoader().getResourceAsStream(resource);
        OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new ZipEntry(resource));
      bytes.transferTo(jar);
      jar.putNextEntry(new ZipEntry("META-INF/services/java.sql.Driver"));
      jar.write(type.getBytes(StandardCharsets.UTF_8));
    }
  }
}
