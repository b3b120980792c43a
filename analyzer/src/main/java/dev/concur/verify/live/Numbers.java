package dev.concur.verify.live;

import java.util.Random;

/**
 * The numbers of an array. Plain ones are random; in every second variant they rise, since points
 * of a grid, bounds and offsets do; and those inside another array are a matrix that has an
 * inverse.
 *
 * @param length of the array
 * @param row its place in the array that it is in, or {@link #NO_ROW}
 * @param small whether whole ones are small beside it, as places in another one are
 */
record Numbers(int variant, int length, int row, boolean small) {

  /** Of an array that is in no other. */
  static final int NO_ROW = -1;

  private static final int LARGEST = 1000;

  /** A quarter of a length leaves room for what is reckoned with a place. */
  private static final int SMALLER = 4;

  /** A prime, so that rows differ. */
  private static final int STEP = 97;

  /** A whole one that is small beside something so large. */
  static int small(int number, int length) {
    return number % Math.max(1, length / SMALLER);
  }

  /** A whole one: as large as any, its own place, or any place. */
  int whole(int place, Random random) {
    int number = any(place, random);
    return small ? small(number, length) : number;
  }

  private int any(int place, Random random) {
    return switch (variant % 3) {
      case 0 -> random.nextInt(LARGEST);
      case 1 -> place;
      default -> random.nextInt(length);
    };
  }

  /** A real one. */
  double real(int place, Random random) {
    if (row != NO_ROW) {
      double off = (double) ((row + 1) * (place + 1) % STEP) / STEP;
      return row == place ? length + off : off;
    }
    return variant % 2 == 0 ? random.nextDouble() : place + random.nextDouble();
  }
}
