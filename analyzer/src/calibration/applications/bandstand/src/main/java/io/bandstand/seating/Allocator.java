package io.bandstand.seating;

import io.bandstand.domain.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds places for a party; how they are chosen is up to the kind of allocator. */
public abstract class Allocator {

  /** A run of free places in a row. */
  public record Run(int row, int from, int count) {}

  protected final SeatScorer scorer;

  protected Allocator(SeatScorer scorer) {
    this.scorer = scorer;
  }

  public final Optional<List<Seat>> allocate(SeatMap map, int party) {
    if (party <= 0 || party > map.width()) {
      return Optional.empty();
    }
    return choose(map, party)
        .filter(run -> map.take(run.row(), run.from(), run.count()))
        .map(run -> seats(map, run));
  }

  protected abstract Optional<Run> choose(SeatMap map, int party);

  private static List<Seat> seats(SeatMap map, Run run) {
    List<Seat> seats = new ArrayList<>(run.count());
    for (int i = 0; i < run.count(); i++) {
      seats.add(map.seat(run.row(), run.from() + i));
    }
    return seats;
  }

  /** The first run that fits. */
  public static final class FirstFit extends Allocator {

    public FirstFit() {
      super(new SeatScorer.Centre());
    }

    @Override
    protected Optional<Run> choose(SeatMap map, int party) {
      for (int row = 0; row < map.rows(); row++) {
        var gap = map.firstGap(row, party);
        if (gap.isPresent()) {
          return Optional.of(new Run(row, gap.getAsInt(), party));
        }
      }
      return Optional.empty();
    }
  }

  /** Looks at every run of a block. */
  public static final class BestFit extends Allocator {

    public BestFit(SeatScorer scorer) {
      super(scorer);
    }

    @Override
    protected Optional<Run> choose(SeatMap map, int party) {
      Run best = null;
      double bestScore = Double.NEGATIVE_INFINITY;
      for (int row = 0; row < map.rows(); row++) {
        for (int from = 0; from + party <= map.width(); from++) {
          double score = score(map, row, from, party);
          if (score > bestScore) {
            bestScore = score;
            best = new Run(row, from, party);
          }
        }
      }
      return Optional.ofNullable(best);
    }

    private double score(SeatMap map, int row, int from, int party) {
      double sum = 0;
      for (int i = 0; i < party; i++) {
        if (!map.isFree(row, from + i)) {
          return Double.NEGATIVE_INFINITY;
        }
        sum += scorer.score(map, row, from + i);
      }
      boolean single = from >= 2 && map.isFree(row, from - 1) && !map.isFree(row, from - 2);
      return sum - (single ? .4 : 0);
    }
  }
}
