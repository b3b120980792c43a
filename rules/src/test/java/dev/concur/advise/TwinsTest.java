package dev.concur.advise;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TwinsTest {

  @Test
  void both_calls_of_a_pair_in_the_jdk_exist() throws ClassNotFoundException {
    for (Twins.Twin twin : Twins.all()) {
      if (twin.owner().startsWith("java.")) {
        assertTrue(has(twin.owner(), twin.name()), twin.toString());
        assertTrue(has(twin.owner(), twin.instead()), twin.toString());
      }
    }
  }

  private static boolean has(String owner, String name) throws ClassNotFoundException {
    return Arrays.stream(Class.forName(owner).getMethods())
        .map(Method::getName)
        .anyMatch(name::equals);
  }
}
