package dev.concur.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.concur.lock.Snippet;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
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
  void there_is_a_place_for_each_of_which_something_is_known_and_for_no_other() {
    PerMethod<String> known = new PerMethod<>();
    known.put(C, "c");
    known.put(A, "a");
    known.put(B, "b");
    known.put(D, null);
    assertEquals(List.of("a", "b", "c"), List.of(known.get(A), known.get(B), known.get(C)));
    assertEquals(3, known.size());
    known.put(A, null);
    known.put(B, "again");
    assertNull(known.get(A));
    assertEquals(List.of("again", "c"), List.of(known.get(B), known.get(C)));
    assertEquals(2, known.size());
    known.put(B, null);
    known.put(C, null);
    assertNull(known.get(C));
    assertEquals(0, known.size());
  }

  @Test
  void what_is_known_of_thousands_is_what_a_table_holds() {
    List<MethodFacts> methods =
        IntStream.range(0, 2_000).mapToObj(i -> METHODS.get(i % 4).again()).toList();
    PerMethod<Integer> known = new PerMethod<>();
    Map<MethodFacts, Integer> table = new IdentityHashMap<>();
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      MethodFacts method = methods.get(random.nextInt(methods.size()));
      Integer value = random.nextBoolean() ? i : null;
      known.put(method, value);
      table.put(method, value);
    }
    methods.forEach(method -> assertEquals(table.get(method), known.get(method)));
    assertEquals(table.values().stream().filter(Objects::nonNull).count(), known.size());
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
