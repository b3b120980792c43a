package dev.concur.read;

import dev.concur.model.Loop;
import dev.concur.model.MethodRef;
import dev.concur.model.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes objects of one body that {@link Packer} wrote. */
final class Unpacker {

  private static final Op.How[] HOWS = Op.How.values();
  private static final Op.Test[] TESTS = Op.Test.values();
  private static final Path[] PATHS = Path.values();
  private static final Loop.Trip[] TRIPS = Loop.Trip.values();

  private final byte[] bytes;
  private final Object[] pool;
  private final List<Value> values = new ArrayList<>();
  private final List<Op.Call> calls = new ArrayList<>();
  private int at;
  private int id;
  private int line;

  /**
   * For these bytes.
   *
   * @param pool what they name, by number
   */
  Unpacker(byte[] bytes, Object[] pool) {
    this.bytes = bytes;
    this.pool = pool;
  }

  Unpacked body() {
    Block[] blocks = new Block[number()];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = block(i);
    }
    LoopFacts[] loops = new LoopFacts[number()];
    for (int i = 0; i < loops.length; i++) {
      loops[i] = loop(i);
    }
    List<List<Value>> phis = new ArrayList<>();
    for (int left = number(); left > 0; left--) {
      phis.add(values());
    }
    return new Unpacked(List.of(blocks), List.of(loops), phis, calls);
  }

  private Block block(int index) {
    Op[] ops = new Op[number()];
    for (int i = 0; i < ops.length; i++) {
      ops[i] = op();
    }
    return new Block(
        index,
        List.of(ops),
        pooled(),
        pooled(),
        number() - 1,
        number() - 1,
        this.<Double>pooled(),
        PATHS[number()],
        pooled(),
        number(),
        number());
  }

  private LoopFacts loop(int index) {
    return new LoopFacts(
        index,
        number() - 1,
        number(),
        number(),
        TRIPS[number()],
        this.<Double>pooled(),
        value(),
        pooled());
  }

  private Op op() {
    int kind = number();
    id += difference();
    line += difference();
    if (kind < Packed.CALL + HOWS.length) {
      Op.Call call = new Op.Call(id, line, HOWS[kind - Packed.CALL], pooled(), values());
      calls.add(call);
      return call;
    }
    return switch (kind) {
      case Packed.FIELD_READ -> new Op.FieldRead(id, line, pooled(), optional());
      case Packed.FIELD_WRITE -> new Op.FieldWrite(id, line, pooled(), optional(), value());
      case Packed.ARRAY_READ -> new Op.ArrayRead(id, line, value(), value());
      case Packed.ARRAY_WRITE -> new Op.ArrayWrite(id, line, value(), value(), value());
      case Packed.MONITOR_ENTER -> new Op.MonitorEnter(id, line, value());
      case Packed.MONITOR_EXIT -> new Op.MonitorExit(id, line, value());
      case Packed.BRANCH ->
          new Op.Branch(id, line, TESTS[number()], value(), value(), number(), number());
      case Packed.RETURN -> new Op.Return(id, line, optional());
      case Packed.THROW -> new Op.Throw(id, line, value());
      default -> throw new IllegalStateException("no operation " + kind);
    };
  }

  private List<Value> values() {
    Value[] list = new Value[number()];
    for (int i = 0; i < list.length; i++) {
      list[i] = value();
    }
    return List.of(list);
  }

  private Optional<Value> optional() {
    int what = number();
    return what == Packed.ABSENT ? Optional.empty() : Optional.of(value(what));
  }

  private Value value() {
    return value(number());
  }

  private Value value(int what) {
    if ((what & 1) == 1) {
      return values.get(what >> 1);
    }
    Value made = made(what >> 1);
    values.add(made);
    return made;
  }

  private Value made(int kind) {
    return switch (kind) {
      case Packed.POOLED -> pooled();
      case Packed.FIELD_OF -> new Value.FieldOf(pooled(), optional());
      case Packed.NEW -> new Value.New(pooled(), number());
      case Packed.NEW_ARRAY -> new Value.NewArray(pooled(), value(), number());
      case Packed.RESULT -> new Value.Result(number(), this.<MethodRef>pooled());
      case Packed.LAMBDA ->
          new Value.Lambda(pooled(), HOWS[number()], values(), pooled(), pooled(), pooled());
      case Packed.ELEMENT -> new Value.Element(value());
      case Packed.LENGTH -> new Value.Length(value());
      case Packed.ARITHMETIC -> new Value.Arithmetic((char) number(), value(), value());
      case Packed.TEXT -> new Value.Constant(text());
      default -> throw new IllegalStateException("no value " + kind);
    };
  }

  // What was put there is what is asked for: both sides stand in the same order.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private <T> T pooled() {
    return (T) pool[number()];
  }

  private String text() {
    char[] text = new char[number()];
    for (int i = 0; i < text.length; i++) {
      text[i] = (char) number();
    }
    return new String(text);
  }

  private int difference() {
    int number = number();
    return (number >>> 1) ^ -(number & 1);
  }

  private int number() {
    int number = bytes[at++];
    if (number >= 0) {
      return number;
    }
    number &= 0x7f;
    int shift = 7;
    while (true) {
      int next = bytes[at++];
      number |= (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
      shift += 7;
    }
  }
}
