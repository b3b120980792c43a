package dev.concur.cost;

import dev.concur.model.Interval;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.Set;
import java.util.stream.Stream;

/** Tells files that are opened so that each write waits until the disk has it. */
final class Durable {

  /**
   * Until the disk has what was written, ns: as the catalogue says of {@code FileChannel.force}.
   */
  static final Interval WRITE = new Interval(1e5, 5e6, 5e7);

  private static final String OPTIONS = "java.nio.file.StandardOpenOption";

  private static final Set<String> DURABLE = Set.of("SYNC", "DSYNC");

  /** The modes of {@code java.io.RandomAccessFile} that are. */
  private static final Set<Object> MODES = Set.of("rws", "rwd");

  private Durable() {}

  /** Whether a call opens a file so; who does writes to it at least once. */
  static boolean opens(MethodFacts in, Op.Call call) {
    boolean random =
        call.callee().owner().equals("java.io.RandomAccessFile") && call.callee().constructor();
    return call.arguments().stream()
        .flatMap(argument -> Stream.concat(Stream.of(argument), elements(in, argument)))
        .anyMatch(value -> option(value) || (random && mode(value)));
  }

  /** What is put into an array that a method makes, such as that of its last arguments. */
  private static Stream<Value> elements(MethodFacts in, Value array) {
    return array instanceof Value.NewArray
        ? in.blocks().stream()
            .flatMap(block -> block.ops().stream())
            .filter(op -> op instanceof Op.ArrayWrite write && write.array().equals(array))
            .map(op -> ((Op.ArrayWrite) op).value())
        : Stream.empty();
  }

  private static boolean option(Value value) {
    if (!(value instanceof Value.FieldOf constant)) {
      return false;
    }
    FieldRef field = constant.field();
    return field.owner().equals(OPTIONS) && DURABLE.contains(field.name());
  }

  private static boolean mode(Value value) {
    return value instanceof Value.Constant constant && MODES.contains(constant.value());
  }
}
