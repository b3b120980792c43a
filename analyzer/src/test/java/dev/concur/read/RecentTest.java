package dev.concur.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.lock.Snippet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTest {

  private static final List<MethodFacts> METHODS =
      ProgramReader.read(Snippet.compile("interface A { void a(); void b(); void c(); void d(); }"))
          .find("A")
          .orElseThrow()
          .methods();

  private static final MethodFacts A = METHODS.get(0);
  private static final MethodFacts B = METHODS.get(1);
  private static final MethodFacts C = METHODS.get(2);
  private static final MethodFacts D = METHODS.get(3);

  @Test
  void what_is_known_of_a_method_is_found_by_its_number() {
    PerMethod<String> known = new PerMethod<>();
    known.put(D, "d");
    assertEquals("d", known.get(D));
    assertNull(known.get(A));
    assertEquals("a", known.computeIfAbsent(A, method -> method.ref().name()));
    known.put(D, null);
    assertFalse(known.has(D));

    MethodSet methods = new MethodSet();
    assertTrue(methods.add(B));
    assertFalse(methods.add(B));
    assertFalse(methods.has(C));
  }

  @Test
  void where_nothing_is_known_any_more_there_is_no_page() {
    PerMethod<String> known = new PerMethod<>();
    known.put(A, "a");
    known.put(B, "b");
    known.put(C, null);
    known.put(A, null);
    assertEquals("b", known.get(B));
    assertEquals(1, known.pages());
    known.put(B, null);
    assertNull(known.get(B));
    assertEquals(0, known.pages());
  }

  @Test
  void what_was_not_asked_for_goes_first_and_somebody_is_told() {
    List<String> gone = new ArrayList<>();
    Recent<String> recent = new Recent<>(2, (method, value) -> gone.add(value));
    recent.put(A, "a");
    recent.put(B, "b");
    assertEquals("a", recent.get(A));

    recent.put(C, "c");
    assertEquals(List.of("b"), gone);
    assertEquals("a", recent.get(A));
    assertNull(recent.get(B));
  }

  @Test
  void what_is_found_out_by_asking_of_others_is_known_then() {
    Recent<String> recent = new Recent<>(2, (method, value) -> {});
    assertEquals("ab", recent.computeIfAbsent(A, a -> "a" + recent.computeIfAbsent(B, b -> "b")));
    assertEquals("b", recent.get(B));
    assertEquals("ab", recent.computeIfAbsent(A, a -> "again"));
  }

  @Test
  void what_was_taken_out_makes_room_without_a_word() {
    List<String> gone = new ArrayList<>();
    Recent<String> recent = new Recent<>(1, (method, value) -> gone.add(value));
    recent.put(A, "a");
    recent.remove(A);
    recent.put(B, "b");
    assertEquals(List.of(), gone);
    assertEquals("b", recent.get(B));
  }

  @Test
  void answers_go_when_nobody_asked_for_them_in_a_generation() {
    Generations<Integer, String> answers = new Generations<>(2);
    for (int i = 0; i < 5; i++) {
      answers.put(i, "answer " + i);
      assertEquals("answer 0", answers.get(0));
    }
    assertNull(answers.get(1));
    assertEquals("answer 4", answers.get(4));
  }
}
