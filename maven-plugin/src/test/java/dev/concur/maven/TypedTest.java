package dev.concur.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is suggested is typed as the goals before it were. */
class TypedTest {

  @Test
  void whoever_typed_the_prefix_is_given_the_prefix() {
    assertEquals("mvn concur:verify", Typed.in(List.of("concur:analyze")).mvn("verify"));
  }

  @Test
  void whoever_typed_coordinates_is_given_coordinates_since_there_may_be_no_prefix() {
    Typed typed = Typed.in(List.of("clean", "dev.concur:concur-maven-plugin:1.0:analyze@here"));
    assertEquals("mvn dev.concur:concur-maven-plugin:1.0:verify", typed.mvn("verify"));
    assertEquals(
        "mvn dev.concur:concur-maven-plugin:verify",
        Typed.in(List.of("dev.concur:concur-maven-plugin:check")).mvn("verify"));
  }

  @Test
  void a_lifecycle_has_the_plugin_in_its_pom_and_so_the_prefix() {
    assertEquals("mvn concur:baseline", Typed.in(List.of("verify")).mvn("baseline"));
  }
}
