package io.bandstand.seating;

/** How good a place is. */
public interface SeatScorer {

  double score(SeatMap map, int row, int number);

  /** Near the middle and near the stage. */
  final class Centre implements SeatScorer {
    @Override
    public double score(SeatMap map, int row, int number) {
      double dx = (number - map.width() / 2.0) / map.width();
      double dy = row / (double) map.rows();
      return 1 - Math.sqrt(dx * dx * 1.7 + dy * dy);
    }
  }

  /** Close to an aisle, for those who like to leave early. */
  final class Aisle implements SeatScorer {
    private final int every;

    public Aisle(int every) {
      this.every = every;
    }

    @Override
    public double score(SeatMap map, int row, int number) {
      int off = Math.floorMod(number, every);
      return 1.0 / (1 + Math.min(off, every - off));
    }
  }

  /** Several opinions with weights. */
  record Weighted(SeatScorer first, double weight, SeatScorer second) implements SeatScorer {
    @Override
    public double score(SeatMap map, int row, int number) {
      return weight * first.score(map, row, number) + (1 - weight) * second.score(map, row, number);
    }
  }
}
