package dev.concur.cost;

import dev.concur.read.MethodFacts;
import dev.concur.read.Pool;
import dev.concur.read.Recent;
import dev.concur.read.Spill;
import java.util.Arrays;
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

  private final Spill bytes = Spill.within(PART);
  private final Pool names = new Pool();
  private final Recent<Tally> open;

  /** Where those of methods begin among the bytes, by their numbers and from 1; 0 for nowhere. */
  private int[] begins = {};

  /** As many open as fit this JVM. */
  Tallies() {
    this.open = Recent.within(PART, BYTES, this::pack);
  }

  /** So many open. */
  Tallies(int most) {
    this.open = new Recent<>(most, this::pack);
  }

  private void pack(MethodFacts method, Tally tally) {
    int at = method.number();
    if (at >= begins.length) {
      begins = Arrays.copyOf(begins, at + at / 8 + 1);
    }
    if (begins[at] == 0) {
      StepWriter out = new StepWriter(method, names);
      PackedTally.write(tally, out);
      begins[at] = out.into(bytes) + 1;
    }
  }

  /** What a method adds up to; null when it was not summed up. */
  @Nullable Tally get(MethodFacts method) {
    Tally known = open.get(method);
    int begin = begin(method);
    if (known != null || begin == 0) {
      return known;
    }
    Tally opened = PackedTally.read(new StepReader(method, bytes.get(begin - 1), names));
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
    if (begin(method) != 0) {
      begins[method.number()] = 0;
    }
    open.remove(method);
  }

  private int begin(MethodFacts method) {
    int at = method.number();
    return at < begins.length ? begins[at] : 0;
  }
}
