package dev.concur.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.lock.Snippet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastingTest {

  private static final List<MethodFacts> METHODS =
      ProgramReader.read(Snippet.compile("interface A { void a(); void b(); void c(); }"))
          .find("A")
          .orElseThrow()
          .methods();

  private static final MethodFacts A = METHODS.get(0);
  private static final MethodFacts B = METHODS.get(1);
  private static final MethodFacts C = METHODS.get(2);

  private final List<String> written = new ArrayList<>();

  private final Lasting<String> one =
      new Lasting<>(
          1,
          Spill.within(1),
          new Lasting.Form<>() {
            @Override
            public int write(MethodFacts method, String value, Spill to) {
              written.add(value);
              byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
              return to.add(bytes, bytes.length);
            }

            @Override
            public String read(MethodFacts method, byte[] bytes) {
              return new String(bytes, StandardCharsets.UTF_8);
            }
          });

  @Test
  void what_has_no_room_is_packed_once_and_comes_back() {
    one.put(A, "a");
    one.put(B, "b");
    assertEquals(List.of("a"), written);
    assertTrue(one.has(A) && one.has(B));

    assertEquals("a", one.get(A));
    assertEquals("b", one.get(B));
    assertEquals("a", one.get(A));
    assertEquals(List.of("a", "b"), written);
  }

  @Test
  void what_is_noted_anew_is_packed_anew() {
    one.put(A, "a");
    one.put(B, "b");
    one.put(A, "c");

    assertEquals("b", one.get(B));
    assertEquals("c", one.get(A));
    assertEquals(List.of("a", "b", "c"), written);
  }

  @Test
  void what_is_forgotten_is_not_known() {
    one.put(A, "a");
    one.put(B, "b");
    one.remove(A);
    one.remove(B);

    assertFalse(one.has(A) || one.has(B) || one.has(C));
    assertNull(one.get(A));
    assertNull(one.get(B));
  }
}
