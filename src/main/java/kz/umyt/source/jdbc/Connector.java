package kz.umyt.source.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import kz.umyt.settings.SettingsException;
import kz.umyt.settings.Source;
import kz.umyt.source.SourceException;
import org.jspecify.annotations.Nullable;

/** Connects to database sources. */
final class Connector {
  private Connector() {}

  /**
   * Opens a pool of connections; none is open without need.
   *
   * @throws SourceException if the database cannot be reached or refuses the user
   * @throws SettingsException if no driver takes the URL
   */
  static HikariDataSource pool(Source.Jdbc source, Dialect dialect, int connections) {
    requireDriver(source, dialect);
    HikariPool.PoolInitializationException first = null;
    for (String url : dialect.urls(source.url())) {
      HikariConfig config = new HikariConfig();
      config.setPoolName("umyt-" + source.name());
      config.setJdbcUrl(url);
      source.user().ifPresent(config::setUsername);
      config.setPassword(source.password().value());
      config.setMaximumPoolSize(connections);
      config.setMinimumIdle(0);
      config.setConnectionTimeout(10_000);
      config.addDataSourceProperty("ApplicationName", "umyt");
      dialect.onConnect().ifPresent(config::setConnectionInitSql);
      dialect.driverOptions().forEach(config::addDataSourceProperty);
      try {
        return new HikariDataSource(config);
      } catch (HikariPool.PoolInitializationException failure) {
        first = first == null ? failure : first;
      }
    }
    throw new SourceException(unreachable(source, first == null ? null : first.getCause()));
  }

  /** Before the pool is made, which would put the URL and what stands in it into its message. */
  private static void requireDriver(Source.Jdbc source, Dialect dialect) {
    String url = dialect.urls(source.url()).get(0);
    if (DriverManager.drivers().noneMatch(driver -> accepts(driver, url))) {
      throw new SettingsException(
          source.name().at(),
          "source '"
              + source.name()
              + "': no JDBC driver for "
              + dialect.engine()
              + dialect
                  .driverToBring()
                  .map(
                      jar ->
                          "; put its maker's (such as "
                              + jar
                              + ") into the folder 'drivers' beside 'scripts', or into one that"
                              + " $UMYT_DRIVERS names")
                  .orElse(" takes this URL"));
    }
  }

  private static boolean accepts(Driver driver, String url) {
    try {
      return driver.acceptsURL(url);
    } catch (SQLException unreadable) {
      // Its own scheme, written wrongly: it says so when it connects.
      return true;
    }
  }

  /** What to do where it cannot be reached. */
  static String unreachable(Source.Jdbc source, @Nullable Throwable cause) {
    String why =
        cause instanceof SQLException failure
            ? SqlFailure.describe(failure)
            : "the driver refused the URL";
    return "source '"
        + source.name()
        + "' ("
        + source.name().at()
        + ") cannot be reached: "
        + why
        + "; check its jdbc URL, user and password, and that the database is running";
  }
}
