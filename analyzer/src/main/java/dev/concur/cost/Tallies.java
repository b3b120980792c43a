package dev.concur.cost;

import dev.concur.read.MethodFacts;
import dev.concur.read.PerMethod;
import dev.concur.read.Recent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What methods add up to: as objects as long as there is room, packed from then on until somebody
 * asks. Each is the same whenever it is asked for, and need not be the same object.
 */
final class Tallies {

  /**
   * The part of the heap that open ones may take. Ours: a hundred jars within the least heap that
   * is promised for them have a twentieth of their methods open then, which is what is being summed
   * up.
   */
  static final int PART = 64;

  /** What an open one takes with its maps, steps and places; a histogram of 22 jars. */
  static final int BYTES = 500;

  private final PerMethod<PackedTally> packed = new PerMethod<>();

  /** What hardly does anything does the same as thousands of others. */
  private final Map<PackedTally, PackedTally> once = new HashMap<>();

  private final Recent<Tally> open;

  /** As many open as fit this JVM. */
  Tallies() {
    this.open = Recent.within(PART, BYTES, this::pack);
  }

  /** So many open. */
  Tallies(int most) {
    this.open = new Recent<>(most, this::pack);
  }

  private void pack(MethodFacts method, Tally tally) {
    if (!packed.has(method)) {
      PackedTally bytes = PackedTally.of(method, tally);
      packed.put(method, bytes.namesNothing() ? once.computeIfAbsent(bytes, b -> b) : bytes);
    }
  }

  /** What a method adds up to; null when it was not summed up. */
  @Nullable Tally get(MethodFacts method) {
    Tally known = open.get(method);
    if (known != null) {
      return known;
    }
    PackedTally bytes = packed.get(method);
    if (bytes == null) {
      return null;
    }
    Tally opened = bytes.open(method);
    open.put(method, opened);
    return opened;
  }

  /** Notes what a method adds up to, whatever was noted before. */
  void put(MethodFacts method, Tally settled) {
    remove(method);
    open.put(method, settled);
  }

  /** Forgets what a method adds up to. */
  void remove(MethodFacts method) {
    packed.put(method, null);
    open.remove(method);
  }
}
