package dev.concur.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.verify.Ledger.Post;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerTest {

  @Test
  void what_is_begun_within_something_else_belongs_to_that() {
    Ledger ledger = new Ledger();
    try (Ledger.Span sweeping = ledger.on(Post.SWEEPING)) {
      ledger.on(Post.WARMING).close();
      ledger.on(Post.PLAYING).close();
    }
    ledger.on(Post.TRYING).close();
    assertEquals(EnumSet.of(Post.SWEEPING, Post.TRYING), ledger.spent().keySet());
  }

  @Test
  void what_all_would_take_goes_by_those_that_are_settled() {
    Spent spent = new Spent(Duration.ofSeconds(60), Map.of(), 4, 8);
    assertEquals(Optional.of(Duration.ofSeconds(180)), spent.forAll());
    assertEquals(Optional.empty(), new Spent(Duration.ofSeconds(60), Map.of(), 4, 0).forAll());
    assertEquals(Optional.empty(), new Spent(Duration.ofSeconds(60), Map.of(), 0, 8).forAll());
  }

  @Test
  void a_small_budget_tries_each_method_for_a_tenth_of_it() {
    assertEquals(
        new Trying(Duration.ofSeconds(6), Duration.ofMillis(4500)),
        Trying.within(Duration.ofSeconds(60)));
    assertEquals(Duration.ofSeconds(8), Trying.within(Duration.ofMinutes(10)).patience());
    assertEquals(Duration.ofSeconds(4), Trying.within(Duration.ofSeconds(15)).patience());
  }
}
