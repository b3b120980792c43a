package dev.concur.cost;

import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.read.MethodFacts;
import dev.concur.read.Pool;
import dev.concur.read.Spill;
import java.util.Arrays;

/**
 * Writes amounts and steps of evidence as bytes. What they name has a number in a pool. Integers
 * have seven bits a byte.
 */
final class StepWriter {

  /** What happens at a step: the three that are always the same, a call of what follows, others. */
  static final int LOOP = 0;

  static final int ARRAY = 1;
  static final int ITSELF = 2;
  static final int CALLS_NEXT = 3;
  static final int CALLS = 4;
  static final int CALLS_MORE = 5;
  static final int OTHER = 6;

  private static final int NOTES = 3;

  /** Beside what happens: whether it is in the method itself, and whether the chain goes on. */
  static final int HERE = 1 << NOTES;

  static final int GOES_ON = 2 << NOTES;

  /** And what it weighs: nothing, as much as what it is evidence of, or something else. */
  static final int WEIGHTLESS = 4 << NOTES;

  static final int WHOLE = 8 << NOTES;

  static final int NOTE = (1 << NOTES) - 1;

  /** Of an amount: no doubt about it, and nothing at least. */
  static final int EXACT = 1;

  static final int ZERO = 2;

  private final MethodFacts method;
  private final Pool names;
  private byte[] bytes = new byte[256];
  private int size;

  /** For what is known of this method. */
  StepWriter(MethodFacts method, Pool names) {
    this.method = method;
    this.names = names;
  }

  void number(int value) {
    int rest = value;
    while (rest >>> 7 != 0) {
      put((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    put(rest);
  }

  /** A number that may be -1. */
  void index(int value) {
    number(value + 1);
  }

  /** By its place among all: what is written is read by the same run. */
  @SuppressWarnings("EnumOrdinal")
  void kind(Kind kind) {
    number(kind.ordinal());
  }

  void amount(double value) {
    long bits = Double.doubleToRawLongBits(value);
    for (int shift = 56; shift >= 0; shift -= 8) {
      put((int) (bits >>> shift));
    }
  }

  void interval(Interval interval) {
    boolean exact = interval.low() == interval.high();
    boolean zero = interval.low() == 0;
    number((exact ? EXACT : 0) | (zero ? ZERO : 0));
    if (!zero) {
      amount(interval.low());
    }
    if (!exact) {
      amount(interval.middle());
      amount(interval.high());
    }
  }

  /** How likely something is: mostly it is sure. */
  void chance(double value) {
    number(value == 1 ? 1 : 0);
    if (value != 1) {
      amount(value);
    }
  }

  void name(Object name) {
    number(names.of(name));
  }

  /** A step that nothing is said of how much it is evidence of. */
  void step(Step step) {
    step(step, 0);
  }

  void step(Step step, double whole) {
    Where at = step.at();
    boolean here = at.in().equals(method);
    int note = note(step);
    number(
        note
            | (here ? HERE : 0)
            | (step.next().isPresent() ? GOES_ON : 0)
            | (step.weight() == 0 ? WEIGHTLESS : step.weight() == whole ? WHOLE : 0));
    if (!here) {
      name(at.in());
    }
    number(at.line());
    step.next().ifPresent(this::name);
    if (at.note() instanceof Where.Calls calls && note != CALLS_NEXT) {
      name(calls.callee());
      if (note == CALLS_MORE) {
        name(calls.more());
      }
    } else if (note == OTHER) {
      name(at.note());
    }
    if (step.weight() != 0 && step.weight() != whole) {
      amount(step.weight());
    }
  }

  private static int note(Step step) {
    Where.Note note = step.at().note();
    if (note instanceof Where.Calls calls) {
      boolean next = step.next().filter(body -> body.ref().equals(calls.callee())).isPresent();
      return calls.more().isEmpty() ? next ? CALLS_NEXT : CALLS : CALLS_MORE;
    }
    if (note == Where.LOOP) {
      return LOOP;
    }
    return note == Where.ARRAY ? ARRAY : note == Where.ITSELF ? ITSELF : OTHER;
  }

  private void put(int value) {
    bytes = size < bytes.length ? bytes : Arrays.copyOf(bytes, 2 * size);
    bytes[size++] = (byte) value;
  }

  /** Puts away what was written; answers where it begins. */
  int into(Spill spill) {
    return spill.add(bytes, size);
  }
}
