package dev.concur.cost;

import dev.concur.model.Interval;
import dev.concur.model.MethodRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Pool;
import java.util.Optional;

/** Reads what a {@link StepWriter} wrote. */
final class StepReader {

  private final MethodFacts method;
  private final byte[] bytes;
  private final Pool names;
  private int at;

  StepReader(MethodFacts method, byte[] bytes, Pool names) {
    this.method = method;
    this.bytes = bytes;
    this.names = names;
  }

  int number() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      int next = bytes[at++];
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  int index() {
    return number() - 1;
  }

  double amount() {
    long bits = 0;
    for (int i = 0; i < Double.BYTES; i++) {
      bits = (bits << 8) | (bytes[at++] & 0xff);
    }
    return Double.longBitsToDouble(bits);
  }

  Interval interval() {
    int head = number();
    double low = (head & StepWriter.ZERO) != 0 ? 0 : amount();
    if ((head & StepWriter.EXACT) != 0) {
      return Interval.of(low);
    }
    double middle = amount();
    return new Interval(low, middle, amount());
  }

  double chance() {
    return number() == 1 ? 1 : amount();
  }

  Object name() {
    return names.get(number());
  }

  String text() {
    return (String) name();
  }

  Step step() {
    return step(0);
  }

  Step step(double whole) {
    int head = number();
    MethodFacts in = (head & StepWriter.HERE) != 0 ? method : (MethodFacts) name();
    int line = number();
    Optional<MethodFacts> next =
        (head & StepWriter.GOES_ON) != 0 ? Optional.of((MethodFacts) name()) : Optional.empty();
    Where.Note note =
        switch (head & StepWriter.NOTE) {
          case StepWriter.LOOP -> Where.LOOP;
          case StepWriter.ARRAY -> Where.ARRAY;
          case StepWriter.ITSELF -> Where.ITSELF;
          case StepWriter.CALLS_NEXT -> new Where.Calls(next.orElseThrow().ref(), "");
          case StepWriter.CALLS -> new Where.Calls((MethodRef) name(), "");
          case StepWriter.CALLS_MORE -> new Where.Calls((MethodRef) name(), text());
          default -> (Where.Note) name();
        };
    double weight = (head & StepWriter.WHOLE) != 0 ? whole : 0;
    boolean said = (head & (StepWriter.WHOLE | StepWriter.WEIGHTLESS)) != 0;
    return new Step(new Where(in, line, note), next, said ? weight : amount());
  }
}
