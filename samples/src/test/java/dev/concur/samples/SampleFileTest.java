package dev.concur.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.concur.model.Bound;
import dev.concur.samples.Disagreement.Sort;
import dev.concur.samples.Marker.Expect;
import dev.concur.samples.Marker.Known;
import dev.concur.samples.Marker.Labelled;
import dev.concur.samples.Marker.Lines;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleFileTest {

  private static final Lines ALWAYS = Lines.ALL;

  @Test
  void a_marker_at_the_end_of_a_line_speaks_of_its_statement() {
    assertEquals(
        List.of(
            new Expect(new Lines(2, 3), List.of("gil-io", "gil-static-lock"), Map.of(), ALWAYS)),
        markers(
            """
            int before;
            return prices.stream() // expect: gil-io, gil-static-lock
                .toList();
            """));
  }

  @Test
  void a_marker_alone_on_its_line_speaks_of_the_next_code() {
    assertEquals(
        List.of(
            new Expect(
                new Lines(3, 3),
                List.of("sequential-independent-io"),
                Map.of(17, "threads", 21, "virtual-threads"),
                ALWAYS)),
        markers(
            """
            // expect: sequential-independent-io [17: threads, 21: virtual-threads]
            // asked one after the other
            for (String sku : skus) {
            """));
  }

  @Test
  void a_finding_of_a_method_may_be_at_its_first_statement() {
    assertEquals(
        List.of(new Expect(new Lines(2, 5), List.of("gil-io"), Map.of(0, "lock-change"), ALWAYS)),
        markers(
            """
            // expect: gil-io [lock-change]
            public static synchronized Price priceOf(String sku)
                throws IOException {

              return ask(sku);
            """));
  }

  @Test
  void a_finding_can_be_due_on_some_runtimes_only() {
    Expect expect = (Expect) markers("lock(); // expect: pinned-by-monitor on 21-23").get(0);

    assertEquals(
        List.of(false, true, false),
        List.of(expect.appliesTo(17), expect.appliesTo(21), expect.appliesTo(24)));
  }

  @Test
  void advice_holds_from_its_release_on() {
    Expect expect =
        (Expect) markers("ask(); // expect: x [17: threads, 21: virtual-threads]").get(0);

    assertEquals(
        List.of("threads", "virtual-threads"),
        List.of(expect.adviceOn(20).orElseThrow(), expect.adviceOn(25).orElseThrow()));
  }

  @Test
  void a_label_names_the_method_that_is_declared_there() {
    assertEquals(
        List.of(
            new Labelled(new Lines(1, 2), "priceOf", Bound.IO, List.of("network"), false),
            new Labelled(new Lines(5, 6), "later", Bound.LIGHT, List.of(), true)),
        markers(
            """
            Price priceOf(String sku) { // label: io network
              return ask(sku);
            }
            // label: light async
            static <T> CompletableFuture<Map<String, T>> later(T t) {
              return start();
            """));
  }

  @Test
  void a_known_disagreement_says_why() {
    assertEquals(
        List.of(new Known(new Lines(1, 1), Sort.MISS, "gil-io", "made by reflection", ALWAYS)),
        markers("lock(); // miss: gil-io (made by reflection)"));
    assertEquals(
        List.of(new Known(new Lines(1, 1), Sort.NOISE, "gil-io", "cold", new Lines(21, 23))),
        markers("lock(); // noise: gil-io on 21-23 (cold)"));
  }

  @Test
  void a_reason_may_be_several_comments_long() {
    assertEquals(
        List.of(new Known(new Lines(3, 3), Sort.MISS, "gil-io", "made by reflection", ALWAYS)),
        markers(
            """
            // miss: gil-io (made by
            // reflection)
            lock();
            """));
  }

  @Test
  void a_known_disagreement_without_a_reason_is_an_error() {
    assertThrows(IllegalArgumentException.class, () -> markers("lock(); // miss: gil-io"));
  }

  @Test
  void a_marker_that_is_not_understood_is_an_error() {
    assertThrows(IllegalArgumentException.class, () -> markers("run(); // expect: GilIo!"));
    assertThrows(IllegalArgumentException.class, () -> markers("int a; // label: light"));
  }

  private static List<Marker> markers(String text) {
    return SampleFile.parse("dev/concur/samples/x/X.java", 17, text).markers();
  }
}
