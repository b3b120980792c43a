package exam5.q26;

public class QueensCounter {

    private final int size;
    private final int all;

    public QueensCounter(int size) {
        this.size = size;
        this.all = (1 << size) - 1;
    }

    public long count() {
        long total = 0;
        for (int column = 0; column < size; column++) {
            int queen = 1 << column;
            total += place(queen, queen << 1, queen >> 1);
        }
        return total;
    }

    private long place(int columns, int left, int right) {
        if (columns == all) {
            return 1;
        }
        long solutions = 0;
        int free = all & ~(columns | left | right);
        while (free != 0) {
            int queen = free & -free;
            free ^= queen;
            solutions += place(columns | queen, (left | queen) << 1, (right | queen) >> 1);
        }
        return solutions;
    }

    public static void main(String[] args) {
        long start = System.nanoTime();
        System.out.println(new QueensCounter(17).count());
        System.out.println((System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
