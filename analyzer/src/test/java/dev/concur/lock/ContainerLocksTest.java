package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.model.Region;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which side of its lock a container takes around the methods of a bean. */
class ContainerLocksTest {

  private static final String SINGLETON = "package jakarta.ejb; public @interface Singleton {}";
  private static final String TYPE = "package jakarta.ejb; public enum LockType { READ, WRITE }";
  private static final String LOCK =
      "package jakarta.ejb; public @interface Lock { LockType value(); }";
  private static final String IMPORTS = "import jakarta.ejb.*; ";

  @Test
  void a_singleton_that_says_nothing_is_written_to() {
    assertEquals(
        Map.of("rate", Region.Side.WRITE),
        sides("@Singleton public class Desk { public int rate(int day) { return day; } }"));
  }

  @Test
  void what_is_said_at_the_class_goes_before_what_a_singleton_is_taken_for() {
    assertEquals(
        Map.of("rate", Region.Side.READ),
        sides(
            "@Singleton @Lock(LockType.READ) public class Desk {"
                + " public int rate(int day) { return day; } }"));
  }

  @Test
  void what_is_said_at_the_method_goes_before_all() {
    assertEquals(
        Map.of("rate", Region.Side.READ, "set", Region.Side.WRITE),
        sides(
            "@Singleton @Lock(LockType.READ) public class Desk { private int rate;"
                + " public int rate(int day) { return rate * day; }"
                + " @Lock(LockType.WRITE) public void set(int rate) { this.rate = rate; } }"));
  }

  @Test
  void an_object_that_looks_after_itself_has_no_such_lock() {
    assertEquals(
        List.of(),
        Found.in(
                SINGLETON,
                "package jakarta.ejb; public enum ConcurrencyManagementType { BEAN, CONTAINER }",
                "package jakarta.ejb; public @interface ConcurrencyManagement {"
                    + " ConcurrencyManagementType value(); }",
                IMPORTS
                    + "@Singleton @ConcurrencyManagement(ConcurrencyManagementType.BEAN)"
                    + " public class Desk { public int rate(int day) { return day; } }")
            .ids());
  }

  private static Map<String, Region.Side> sides(String bean) {
    return Found.in(SINGLETON, TYPE, LOCK, IMPORTS + bean)
        .lock("container lock of Desk")
        .regions()
        .stream()
        .collect(Collectors.toMap(region -> region.at().method(), Region::side));
  }
}
