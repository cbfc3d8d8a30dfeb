package kz.umyt.cli;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * Takes the URLs of Oracle and stands for its driver, which is not ours to bring: behind it is an
 * H2 that speaks as Oracle does. A test puts it into a jar of its own.
 */
public final class StandInDriver implements Driver {

  static {
    try {
      DriverManager.registerDriver(new StandInDriver());
    } catch (SQLException failure) {
      throw new ExceptionInInitializerError(failure);
    }
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith("jdbc:oracle:");
  }

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    if (!info.getProperty("password", "").isEmpty()) {
      throw new SQLException("ORA-01017: invalid credentials opensesame", "72000", 1017);
    }
    return DriverManager.getConnection("jdbc:h2:mem:oracle;MODE=Oracle");
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }
}
