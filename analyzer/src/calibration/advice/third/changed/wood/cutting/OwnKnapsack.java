package wood.cutting;

/** The optimizer with its arrays in an instance. */
public final class OwnKnapsack {
    private final int[] best = new int[LegacyKnapsack.MAX_LENGTH + 1];
    private final int[] choice = new int[LegacyKnapsack.MAX_LENGTH + 1];

    public int optimize(Order order) {
        int board = order.board();
        for (int i = 0; i <= board; i++) {
            best[i] = 0;
            choice[i] = -1;
        }
        for (int p = 0; p < order.lengths().length; p++) {
            int length = order.lengths()[p];
            int value = order.values()[p];
            for (int i = length; i <= board; i++) {
                int with = best[i - length] + value;
                if (with > best[i]) {
                    best[i] = with;
                    choice[i] = p;
                }
            }
        }
        return choice[board] < 0 ? 0 : best[board];
    }
}
