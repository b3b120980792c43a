package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Class literals as compilers wrote them before Java 5. */
class OldLiteralsTest {

  @Test
  void the_field_behind_an_old_class_literal_is_the_class() {
    assertEquals(java.util.List.of("class Vat"), locked("class$Vat").ids());
  }

  @Test
  void a_class_in_a_field_of_another_name_is_a_field() {
    assertEquals(java.util.List.of("static Vat.kind"), locked("kind").ids());
  }

  private static Found locked(String field) {
    return Found.in(
        "public class Vat { static Class %1$s; static int n; public static void fill() {"
                .formatted(field)
            + " synchronized (%s) { n++; } } }".formatted(field));
  }
}
