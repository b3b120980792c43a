package dev.concur.read;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Packs the bodies of one class. {@link Unpacker} reads what this writes, in the same run. */
@SuppressWarnings("EnumOrdinal") // No enum changes between writing and reading.
final class Packer {

  private final Once once;
  private final Shelf shelf;

  /** Numbers of what this class named before: the program is asked by all threads. */
  private final Map<Object, Integer> pool = new HashMap<>();

  /** Those of the body at hand: they hardly ever are equal without being the same. */
  private final IdentityHashMap<Value, Integer> values = new IdentityHashMap<>();

  private byte[] bytes = new byte[256];
  private int size;
  private int id;
  private int line;

  Packer(Once once, Shelf shelf) {
    this.once = once;
    this.shelf = shelf;
  }

  /** Adds a body; answers where it begins. */
  int add(Unpacked body) {
    size = 0;
    values.clear();
    id = 0;
    line = 0;
    number(body.blocks().size());
    body.blocks().forEach(this::block);
    number(body.loops().size());
    body.loops().forEach(this::loop);
    number(body.phis().size());
    body.phis().forEach(this::values);
    return shelf.bytes().add(bytes, size);
  }

  /** All that was added, of a class with this source file. */
  Packed packed(String sourceFile) {
    return new Packed(once.pool(), sourceFile, shelf);
  }

  private void block(Block block) {
    number(block.ops().size());
    block.ops().forEach(this::op);
    pooled(block.successors());
    pooled(block.handlers());
    number(block.dominator() + 1);
    number(block.loop() + 1);
    pooled(block.frequency());
    number(block.path().ordinal());
    pooled(block.guards());
    number(block.start());
    number(block.instructions());
  }

  private void loop(LoopFacts loop) {
    number(loop.parent() + 1);
    number(loop.header());
    number(loop.line());
    number(loop.trip().ordinal());
    pooled(loop.count());
    value(loop.over());
    pooled(loop.variables());
  }

  private void op(Op op) {
    if (op instanceof Op.Call call) {
      head(Packed.CALL + call.how().ordinal(), op);
      pooled(call.callee());
      values(call.arguments());
    } else if (op instanceof Op.FieldRead read) {
      head(Packed.FIELD_READ, op);
      pooled(read.field());
      value(read.base());
    } else if (op instanceof Op.FieldWrite write) {
      head(Packed.FIELD_WRITE, op);
      pooled(write.field());
      value(write.base());
      value(write.value());
    } else if (op instanceof Op.Branch branch) {
      head(Packed.BRANCH, op);
      number(branch.test().ordinal());
      value(branch.left());
      value(branch.right());
      number(branch.then());
      number(branch.otherwise());
    } else if (op instanceof Op.Return result) {
      head(Packed.RETURN, op);
      value(result.value());
    } else {
      seldom(op);
    }
  }

  private void seldom(Op op) {
    if (op instanceof Op.ArrayRead read) {
      head(Packed.ARRAY_READ, op);
      value(read.array());
      value(read.index());
    } else if (op instanceof Op.ArrayWrite write) {
      head(Packed.ARRAY_WRITE, op);
      value(write.array());
      value(write.index());
      value(write.value());
    } else if (op instanceof Op.MonitorEnter enter) {
      head(Packed.MONITOR_ENTER, op);
      value(enter.lock());
    } else if (op instanceof Op.MonitorExit exit) {
      head(Packed.MONITOR_EXIT, op);
      value(exit.lock());
    } else if (op instanceof Op.Throw thrown) {
      head(Packed.THROW, op);
      value(thrown.value());
    } else {
      throw new IllegalStateException("cannot pack " + op);
    }
  }

  private void head(int kind, Op op) {
    number(kind);
    difference(op.id() - id);
    difference(op.line() - line);
    id = op.id();
    line = op.line();
  }

  private void values(List<Value> list) {
    number(list.size());
    list.forEach(this::value);
  }

  private void value(Optional<Value> value) {
    if (value.isPresent()) {
      value(value.get());
    } else {
      number(Packed.ABSENT);
    }
  }

  private void value(Value value) {
    Integer known = values.get(value);
    if (known != null) {
      number(2 * known + 1);
      return;
    }
    made(value);
    values.put(value, values.size());
  }

  private void made(Value value) {
    if (value instanceof Value.Result result) {
      number(2 * Packed.RESULT);
      number(result.op());
      pooled(result.callee());
    } else if (value instanceof Value.New made) {
      number(2 * Packed.NEW);
      pooled(made.type());
      number(made.site());
    } else if (value instanceof Value.FieldOf field && ofObject(field)) {
      number(2 * Packed.FIELD_OF);
      pooled(field.field());
      value(field.base());
    } else if (value instanceof Value.NewArray array) {
      number(2 * Packed.NEW_ARRAY);
      pooled(array.type());
      value(array.length());
      number(array.site());
    } else if (value instanceof Value.Element element) {
      number(2 * Packed.ELEMENT);
      value(element.array());
    } else if (value instanceof Value.Length length) {
      number(2 * Packed.LENGTH);
      value(length.array());
    } else if (value instanceof Value.Arithmetic arithmetic) {
      number(2 * Packed.ARITHMETIC);
      number(arithmetic.operator());
      value(arithmetic.left());
      value(arithmetic.right());
    } else if (value instanceof Value.Lambda lambda) {
      lambda(lambda);
    } else if (value instanceof Value.Constant constant
        && constant.value() instanceof String text) {
      number(2 * Packed.TEXT);
      text(text);
    } else {
      number(2 * Packed.POOLED);
      pooled(value);
    }
  }

  /** Whether it is not one of those that are in memory once for all bodies. */
  private static boolean ofObject(Value.FieldOf field) {
    return field.base().filter(base -> !(base instanceof Value.Parameter)).isPresent();
  }

  private void lambda(Value.Lambda lambda) {
    number(2 * Packed.LAMBDA);
    pooled(lambda.body());
    number(lambda.how().ordinal());
    values(lambda.captured());
    pooled(lambda.interfaceName());
    pooled(lambda.interfaceMethod());
    pooled(lambda.interfaceDescriptor());
  }

  private void pooled(Object thing) {
    Integer known = pool.get(thing);
    if (known == null) {
      known = once.number(thing);
      pool.put(thing, known);
    }
    number(known);
  }

  /** Words of a program are in memory when somebody looks at them. */
  private void text(String text) {
    number(text.length());
    text.chars().forEach(this::number);
  }

  /** One that may be negative. */
  private void difference(int number) {
    number((number << 1) ^ (number >> 31));
  }

  private void number(int number) {
    if (size + 5 > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    int left = number;
    while ((left & ~0x7f) != 0) {
      bytes[size++] = (byte) ((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    bytes[size++] = (byte) left;
  }
}
