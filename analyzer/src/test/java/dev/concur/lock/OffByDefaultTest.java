package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.concur.model.GilLike;
import dev.concur.model.Path;
import org.junit.jupiter.api.Test;

/** Locks behind a setting that is off until somebody turns it on. */
class OffByDefaultTest {

  private static final String LOCK = "static Mill.LOCK";

  @Test
  void a_lock_that_only_a_setting_brings_in_is_not_met_daily() {
    assertEquals(Path.MISS, mill("false", "careful").path(LOCK));
  }

  @Test
  void a_setting_is_seen_behind_its_getter() {
    assertEquals(GilLike.NO, mill("false", "isCareful()").gil(LOCK));
  }

  @Test
  void a_setting_that_is_on_from_the_beginning_excuses_nothing() {
    assertEquals(GilLike.COMPUTE, mill("true", "isCareful()").gil(LOCK));
  }

  @Test
  void what_only_runs_when_a_setting_was_turned_off_is_not_met_daily() {
    assertEquals(Path.MISS, mill("true", "!isCareful()").path(LOCK));
    assertEquals(Path.MISS, mill("ALL", "!isCareful()").path(LOCK));
    assertEquals(Path.HOT, mill("OTHER", "!isCareful()").path(LOCK));
  }

  @Test
  void what_the_program_turns_on_itself_is_its_state_and_no_setting() {
    Found found =
        Found.in(
            source("false", "careful")
                .replace("} //", "public void grindWell() { setCareful(true); } } //"));
    assertNotEquals(GilLike.NO, found.gil(LOCK));
  }

  @Test
  void what_a_security_manager_would_check_is_not_met() {
    Found found =
        Found.in(
            """
            public class Office {
              private static Object clerk;
              private static void check(Object manager) {
                try { new java.net.Socket("host", 1).close(); }
                catch (java.io.IOException e) { throw new IllegalStateException(e); }
              }
              public static synchronized Object clerk() {
                Object manager = System.getSecurityManager();
                if (manager != null) { check(manager); }
                return clerk;
              }
            }
            """);
    assertEquals(GilLike.NO, found.gil("class Office"));
  }

  private static Found mill(String value, String asked) {
    return Found.in(source(value, asked));
  }

  private static String source(String value, String asked) {
    return """
        public class Mill {
          static final Object LOCK = new Object();
          public static boolean ALL = true;
          private static boolean OTHER = true;
          static void tire() { OTHER = false; }
          private boolean careful = %s;
          public void setCareful(boolean careful) { this.careful = careful; }
          boolean isCareful() { return careful; }
          %s
          public byte[] grind(byte[] grain) {
            if (%s) {
              synchronized (LOCK) { return digest(digest(digest(grain))); }
            }
            return grain;
          }
        } //
        """
        .formatted(value, Found.DIGEST, asked);
  }
}
