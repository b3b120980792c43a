package dev.concur.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.concur.UsageError;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Maven says nothing of a property that nobody reads; we do. */
class OurPropertiesTest {

  private static final OurProperties OURS = new OurProperties(Set.of("failOn", "skip"));

  @Test
  void a_slip_is_refused_with_the_nearest_name() {
    UsageError slip =
        assertThrows(UsageError.class, () -> OURS.check(Set.of("concur.fialOn"), Set.of()));
    assertEquals(
        "no goal has a property 'concur.fialOn'; did you mean 'concur.failOn'?", slip.getMessage());
  }

  @Test
  void what_is_ours_and_what_is_not_pass() {
    OURS.check(Set.of("concur.skip", "skipTests", "concurrent"), Set.of());
  }

  @Test
  void a_property_of_the_project_is_its_own_affair() {
    OURS.check(Set.of("concur.version"), Set.of("concur.version"));
  }
}
