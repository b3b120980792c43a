package io.bandstand.seating;

import io.bandstand.domain.Seat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Places that are kept for a customer while he pays. */
public class SeatHolds {

  private record Hold(String session, Instant until) {}

  private final Map<Seat, Hold> holds = new ConcurrentHashMap<>();
  private final Clock clock;
  private final Duration time;

  public SeatHolds(Clock clock, Duration time) {
    this.clock = clock;
    this.time = time;
  }

  public boolean hold(Seat seat, String session) {
    Instant now = clock.instant();
    Hold mine = new Hold(session, now.plus(time));
    Hold kept =
        holds.merge(
            seat,
            mine,
            (old, fresh) ->
                old.session().equals(session) || old.until().isBefore(now) ? fresh : old);
    return kept == mine;
  }

  public boolean holdAll(Collection<Seat> seats, String session) {
    if (seats.stream().allMatch(s -> hold(s, session))) {
      return true;
    }
    seats.forEach(s -> release(s, session));
    return false;
  }

  public void release(Seat seat, String session) {
    holds.computeIfPresent(seat, (s, hold) -> hold.session().equals(session) ? null : hold);
  }

  public Optional<String> holder(Seat seat) {
    return Optional.ofNullable(holds.get(seat))
        .filter(h -> !h.until().isBefore(clock.instant()))
        .map(Hold::session);
  }

  public int expire() {
    Instant now = clock.instant();
    List<Seat> late =
        holds.entrySet().stream()
            .filter(e -> e.getValue().until().isBefore(now))
            .map(Map.Entry::getKey)
            .toList();
    late.forEach(holds::remove);
    return late.size();
  }
}
