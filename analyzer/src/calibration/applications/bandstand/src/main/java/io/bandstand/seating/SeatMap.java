package io.bandstand.seating;

import io.bandstand.domain.Seat;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/** Which places of a block are taken. */
public final class SeatMap {

  private final String block;
  private final int width;
  private final Seat.Tier tier;
  private final BitSet[] taken;

  public SeatMap(String block, int rows, int width, Seat.Tier tier) {
    this.block = block;
    this.width = width;
    this.tier = tier;
    this.taken = new BitSet[rows];
    for (int i = 0; i < rows; i++) {
      taken[i] = new BitSet(width);
    }
  }

  public int rows() {
    return taken.length;
  }

  public int width() {
    return width;
  }

  public boolean isFree(int row, int number) {
    return !taken[row].get(number);
  }

  public synchronized boolean take(int row, int from, int count) {
    int next = taken[row].nextSetBit(from);
    if (next >= 0 && next < from + count) {
      return false;
    }
    taken[row].set(from, from + count);
    return true;
  }

  public synchronized void release(int row, int from, int count) {
    taken[row].clear(from, from + count);
  }

  public OptionalInt firstGap(int row, int count) {
    int at = taken[row].nextClearBit(0);
    while (at + count <= width) {
      int end = taken[row].nextSetBit(at);
      if (end < 0 || end - at >= count) {
        return OptionalInt.of(at);
      }
      at = taken[row].nextClearBit(end);
    }
    return OptionalInt.empty();
  }

  public int freeSeats() {
    int free = 0;
    for (BitSet row : taken) {
      free += width - row.cardinality();
    }
    return free;
  }

  public Seat seat(int row, int number) {
    return new Seat(block, row, number, tier);
  }

  public List<Seat> all() {
    List<Seat> seats = new ArrayList<>(taken.length * width);
    for (int r = 0; r < taken.length; r++) {
      for (int n = 0; n < width; n++) {
        seats.add(seat(r, n));
      }
    }
    return seats;
  }

  public SeatMap copy() {
    SeatMap copy = new SeatMap(block, taken.length, width, tier);
    for (int i = 0; i < taken.length; i++) {
      copy.taken[i].or(taken[i]);
    }
    return copy;
  }
}
