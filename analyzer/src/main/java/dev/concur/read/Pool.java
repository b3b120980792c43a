package dev.concur.read;

import java.util.Arrays;

/**
 * Things that bytes name by number, each in memory once: one array of them, and one of their
 * numbers that finds them (linear probing, as in {@link Table}), some 12 bytes a thing where a hash
 * map takes 50. Which number a thing has differs from run to run.
 */
public final class Pool {

  private static final int FEWEST = 64;

  /** Spreads hashes that differ in few bits, as in {@link Table}. */
  private static final int GOLDEN = 0x9E3779B9;

  private static final int[] NONE = {};

  /** Written for other threads before they hear of a number. */
  private volatile Object[] things = new Object[FEWEST];

  /** Numbers from 1, where the hash of the thing leads. */
  private int[] places = new int[2 * FEWEST];

  private int size;

  /** The number of a thing that never changes: the same for all that are equal to it. */
  public synchronized int of(Object thing) {
    int at = place(thing);
    int known = places[at];
    if (known > 0) {
      return known - 1;
    }
    if (size == things.length) {
      things = Arrays.copyOf(things, size + size / 2);
    }
    things[size++] = thing;
    places[at] = size;
    // Two of three places taken: half of the searches end with the first look.
    if (size * 3L > places.length * 2L) {
      grow();
    }
    return size - 1;
  }

  /** The thing with this number. */
  public Object get(int number) {
    return things[number];
  }

  /** All that have a number by now, by their numbers. */
  Object[] all() {
    return things;
  }

  /** Nothing is added any more: what only {@link #of} needs is let go. */
  synchronized void complete() {
    things = Arrays.copyOf(things, size);
    places = NONE;
  }

  private int place(Object thing) {
    Object[] all = things;
    int mask = places.length - 1;
    int spread = thing.hashCode() * GOLDEN;
    int at = (spread ^ spread >>> Short.SIZE) & mask;
    while (places[at] > 0 && !all[places[at] - 1].equals(thing)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    places = new int[2 * places.length];
    for (int i = 0; i < size; i++) {
      places[place(things[i])] = i + 1;
    }
  }
}
