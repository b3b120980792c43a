package exam.p22;

/** Counts the ways to put n queens on a board with blocked squares, as in the puzzle column. */
public class Queens {
    private final int n;
    private final int all;
    private final int[] blocked;

    Queens(int n, String... blockedSquares) {
        this.n = n;
        this.all = (1 << n) - 1;
        this.blocked = new int[n];
        for (String square : blockedSquares) {
            blocked[Integer.parseInt(square.substring(1)) - 1] |= 1 << (square.charAt(0) - 'a');
        }
    }

    long count() {
        long total = 0;
        for (int column = 0; column < n; column++) {
            int bit = 1 << column;
            if ((blocked[0] & bit) == 0) {
                total += place(1, bit, bit << 1, bit >>> 1);
            }
        }
        return total;
    }

    private long place(int row, int columns, int left, int right) {
        if (row == n) {
            return 1;
        }
        long found = 0;
        int free = all & ~(columns | left | right | blocked[row]);
        while (free != 0) {
            int bit = free & -free;
            free ^= bit;
            found += place(row + 1, columns | bit, (left | bit) << 1, (right | bit) >>> 1);
        }
        return found;
    }

    public static void main(String[] args) {
        int n = args.length > 0 ? Integer.parseInt(args[0]) : 17;
        Queens board = new Queens(n, "a1", "c5", "h8", "e4");
        long start = System.nanoTime();
        System.out.println(board.count() + " solutions in " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
