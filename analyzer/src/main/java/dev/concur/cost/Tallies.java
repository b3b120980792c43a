package dev.concur.cost;

import dev.concur.read.Lasting;
import dev.concur.read.MethodFacts;
import dev.concur.read.Pool;
import dev.concur.read.Spill;
import org.jspecify.annotations.Nullable;

/** What methods add up to; see {@link Lasting}. */
final class Tallies {

  /**
   * The part of the heap that open ones may take. Ours: a hundred jars within the least heap that
   * is promised for them have a twentieth of their methods open then, which is what is being summed
   * up.
   */
  static final int PART = 64;

  /** What an open one takes with its maps, steps and places; a histogram of 22 jars. */
  static final int BYTES = 500;

  private final Lasting<Tally> all;

  private static final class Form implements Lasting.Form<Tally> {
    private final Pool names = new Pool();

    @Override
    public int write(MethodFacts method, Tally tally, Spill to) {
      StepWriter out = new StepWriter(method, names);
      PackedTally.write(tally, out);
      return out.into(to);
    }

    @Override
    public Tally read(MethodFacts method, byte[] bytes) {
      return PackedTally.read(new StepReader(method, bytes, names));
    }
  }

  /** As many open as fit this JVM. */
  Tallies() {
    this.all = Lasting.within(PART, BYTES, new Form());
  }

  /** So many open. */
  Tallies(int most) {
    this.all = new Lasting<>(most, Spill.within(PART), new Form());
  }

  /** What a method adds up to; null when it was not summed up. */
  @Nullable Tally get(MethodFacts method) {
    return all.get(method);
  }

  /** Notes what a method adds up to, whatever was noted before. */
  void put(MethodFacts method, Tally settled) {
    all.put(method, settled);
  }

  /** Forgets what a method adds up to. */
  void remove(MethodFacts method) {
    all.remove(method);
  }
}
