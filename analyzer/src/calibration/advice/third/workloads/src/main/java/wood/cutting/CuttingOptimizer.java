package wood.cutting;

/** The modern face of the old optimizer. */
public final class CuttingOptimizer {
  private CuttingOptimizer() {}

  /**
   * The value of the best pattern; one optimization at a time, the optimizer knows only one board.
   */
  public static synchronized int optimize(Order order) {
    LegacyKnapsack.setBoard(order.board());
    for (int i = 0; i < order.lengths().length; i++) {
      LegacyKnapsack.addPiece(i, order.lengths()[i], order.values()[i]);
    }
    return LegacyKnapsack.firstChoice() < 0 ? 0 : LegacyKnapsack.best();
  }
}
