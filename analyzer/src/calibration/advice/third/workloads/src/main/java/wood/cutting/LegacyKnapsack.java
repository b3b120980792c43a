package wood.cutting;

/**
 * The cutting optimizer, translated from the old Fortran program; its common blocks are static
 * arrays.
 */
final class LegacyKnapsack {
  static final int MAX_LENGTH = 6000;
  private static final int[] BEST = new int[MAX_LENGTH + 1];
  private static final int[] CHOICE = new int[MAX_LENGTH + 1];
  private static int board;

  private LegacyKnapsack() {}

  static void setBoard(int length) {
    if (length > MAX_LENGTH) {
      throw new IllegalArgumentException("board of " + length);
    }
    board = length;
    for (int i = 0; i <= board; i++) {
      BEST[i] = 0;
      CHOICE[i] = -1;
    }
  }

  static void addPiece(int index, int length, int value) {
    for (int i = length; i <= board; i++) {
      int with = BEST[i - length] + value;
      if (with > BEST[i]) {
        BEST[i] = with;
        CHOICE[i] = index;
      }
    }
  }

  static int best() {
    return BEST[board];
  }

  static int firstChoice() {
    return CHOICE[board];
  }
}
