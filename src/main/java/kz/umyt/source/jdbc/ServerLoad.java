package kz.umyt.source.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How one engine is asked how much its server has to do, and how far its replicas are. */
public interface ServerLoad {

  /** The right that a user lacks who wants to see all sessions, in words; empty if it has it. */
  Optional<String> rightToSeeSessions(Connection connection) throws SQLException;

  /** Sessions that are at work at this moment, without those of this user and program. */
  long activeSessions(Connection connection) throws SQLException;

  /** Whether a server knows its replicas; where not, each of them is asked about itself. */
  boolean knowsReplicas();

  /** The right that a user lacks who wants to see replicas, in words; empty if it has it. */
  Optional<String> rightToSeeReplicas(Connection connection) throws SQLException;

  /** The replicas of this server, or this one, once for each server that it copies. */
  List<Replica> replicas(Connection connection) throws SQLException;

  /**
   * How far a replica is.
   *
   * @param name as the server tells it; empty where there is only one
   * @param lag how far behind; empty where nobody can tell, since it is not being copied
   */
  record Replica(String name, Optional<Duration> lag) {}
}
