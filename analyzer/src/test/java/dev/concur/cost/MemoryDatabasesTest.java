package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.lock.Snippet;
import dev.concur.model.Bound;
import dev.concur.model.Label;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MemoryDatabasesTest {

  private static final Map<String, Label> LABELS = new HashMap<>();

  private static final String PROGRAM =
      """
      package ports;

      import java.sql.*;

      public class Ports {
        private static final String ADDRESS = "jdbc:h2:mem:ports";
        private final Connection near;
        private final Connection far;
        private final Connection either;

        Ports(boolean here) throws SQLException {
          near = DriverManager.getConnection(ADDRESS);
          far = DriverManager.getConnection("jdbc:h2:tcp://db/ports");
          either = DriverManager.getConnection(here ? "jdbc:hsqldb:mem:x" : "jdbc:hsqldb:hsql://x");
        }

        String nameOf(String code) throws SQLException {
          return first(near.prepareStatement("select name from port where code = ?"), code);
        }

        String remoteNameOf(String code) throws SQLException {
          try (PreparedStatement asked = far.prepareStatement("select 1")) {
            return asked.executeQuery().getString(1);
          }
        }

        boolean known(String code) throws SQLException {
          try (Statement asked = near.createStatement()) {
            return asked.executeQuery("select 1").next();
          }
        }

        boolean knownToEither(String code) throws SQLException {
          try (Statement asked = either.createStatement()) {
            return asked.executeQuery("select 1").next();
          }
        }

        boolean knownTo(Connection given) throws SQLException {
          try (Statement asked = given.createStatement()) {
            return asked.executeQuery("select 1").next();
          }
        }

        private static String first(PreparedStatement asked, String code) throws SQLException {
          asked.setString(1, code);
          return asked.executeQuery().getString(1);
        }
      }
      """;

  @BeforeAll
  static void label() {
    Linked linked = Linked.of(ProgramReader.read(Snippet.compile(PROGRAM)), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    for (MethodFacts method : linked.roots()) {
      LABELS.put(method.ref().name(), costs.label(method));
    }
  }

  @Test
  void a_database_in_memory_is_asked_without_waiting() {
    assertEquals(Bound.LIGHT, LABELS.get("known").bound());
    assertFalse(LABELS.get("known").blocking());
  }

  @Test
  void a_statement_that_is_handed_on_is_still_one_of_that_database() {
    assertEquals(Bound.LIGHT, LABELS.get("nameOf").bound());
  }

  @Test
  void a_server_of_the_same_make_is_waited_for() {
    assertEquals(Bound.IO, LABELS.get("remoteNameOf").bound());
    assertTrue(LABELS.get("remoteNameOf").blocking());
  }

  @Test
  void what_may_be_a_server_is_taken_for_one() {
    assertEquals(Bound.IO, LABELS.get("knownToEither").bound());
    assertEquals(Bound.IO, LABELS.get("knownTo").bound());
  }
}
