package exam.p37;

import java.util.Arrays;

/** Cellular model of an infection on a torus; every cell looks at its eight neighbours of the day before. */
public class Epidemic {
    static final byte HEALTHY = 0;
    static final byte IMMUNE = 100;

    interface Rule {
        byte next(byte self, int sickNeighbours, int hash);
    }

    private final int size;
    private final Rule rule;
    private byte[] today;
    private byte[] tomorrow;
    private int day;

    Epidemic(int size, Rule rule) {
        this.size = size;
        this.rule = rule;
        today = new byte[size * size];
        tomorrow = new byte[size * size];
    }

    void infect(int x, int y) {
        today[y * size + x] = 1;
    }

    void step() {
        for (int y = 0; y < size; y++) {
            int up = (y + size - 1) % size * size;
            int here = y * size;
            int down = (y + 1) % size * size;
            for (int x = 0; x < size; x++) {
                int left = x == 0 ? size - 1 : x - 1;
                int right = x == size - 1 ? 0 : x + 1;
                int sick = sick(up + left) + sick(up + x) + sick(up + right) + sick(here + left)
                        + sick(here + right) + sick(down + left) + sick(down + x) + sick(down + right);
                tomorrow[here + x] = rule.next(today[here + x], sick, hash(x, y, day));
            }
        }
        byte[] t = today;
        today = tomorrow;
        tomorrow = t;
        day++;
    }

    private int sick(int i) {
        byte b = today[i];
        return b > HEALTHY && b < IMMUNE ? 1 : 0;
    }

    private static int hash(int x, int y, int day) {
        int h = x * 0x9E3779B1 ^ y * 0x85EBCA6B ^ day * 0xC2B2AE35;
        h ^= h >>> 15;
        h *= 0x2C1B3C6D;
        h ^= h >>> 12;
        return h >>> 1;
    }

    static byte spread(byte self, int sickNeighbours, int hash) {
        if (self == HEALTHY) {
            return hash % 100 < sickNeighbours * 6 ? (byte) 1 : HEALTHY;
        }
        return self >= 14 ? IMMUNE : (byte) (self + 1);
    }

    public static void main(String[] args) {
        int size = args.length > 0 ? Integer.parseInt(args[0]) : 4000;
        Epidemic model = new Epidemic(size, Epidemic::spread);
        for (int i = 0; i < 50; i++) {
            model.infect((i * 7919) % size, (i * 104729) % size);
        }
        for (int d = 0; d < 365; d++) {
            model.step();
        }
        byte[] end = model.today.clone();
        Arrays.sort(end);
        System.out.println(end[end.length / 2] + " " + model.day);
    }
}
