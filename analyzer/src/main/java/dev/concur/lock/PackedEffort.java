package dev.concur.lock;

import dev.concur.model.Kind;
import dev.concur.read.Lasting;
import dev.concur.read.MethodFacts;
import dev.concur.read.Spill;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;

/**
 * What an execution surely takes as bytes, a fifth of the memory: numbers to the last bit, and none
 * for what it mostly does not do.
 */
final class PackedEffort implements Lasting.Form<Effort> {

  /** Beside computing: whether loops make it more, strangers and natives run, it waits. */
  private static final int LOOPS = 1;

  private static final int STRANGE = 2;
  private static final int NATIVES = 4;
  private static final int WAITS = 8;

  private static final Kind[] KINDS = Kind.values();

  private final ByteBuffer out =
      ByteBuffer.allocate(3 + Double.BYTES * 4 + 2 * KINDS.length * (1 + Double.BYTES));

  @Override
  public int write(MethodFacts method, Effort effort, Spill to) {
    boolean waits = !effort.waits().isEmpty() || !effort.chances().isEmpty();
    boolean loops = bits(effort.cpu()) != bits(effort.flat());
    boolean strange = bits(effort.strange()) != 0;
    boolean natives = bits(effort.natives()) != 0;
    out.clear();
    out.put(
        (byte)
            ((loops ? LOOPS : 0)
                | (strange ? STRANGE : 0)
                | (natives ? NATIVES : 0)
                | (waits ? WAITS : 0)));
    out.putDouble(effort.cpu());
    optional(loops, effort.flat());
    optional(strange, effort.strange());
    optional(natives, effort.natives());
    if (waits) {
      kinds(effort.waits());
      kinds(effort.chances());
    }
    return to.add(out.array(), out.position());
  }

  private static long bits(double number) {
    return Double.doubleToRawLongBits(number);
  }

  private void optional(boolean there, double number) {
    if (there) {
      out.putDouble(number);
    }
  }

  @SuppressWarnings("EnumOrdinal") // What is written is read by the same run.
  private void kinds(Map<Kind, Double> numbers) {
    out.put((byte) numbers.size());
    numbers.forEach((kind, number) -> out.put((byte) kind.ordinal()).putDouble(number));
  }

  @Override
  public Effort read(MethodFacts method, byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int has = in.get();
    double cpu = in.getDouble();
    double flat = (has & LOOPS) != 0 ? in.getDouble() : cpu;
    double strange = (has & STRANGE) != 0 ? in.getDouble() : 0;
    double natives = (has & NATIVES) != 0 ? in.getDouble() : 0;
    Map<Kind, Double> waits = (has & WAITS) != 0 ? kinds(in) : Map.of();
    Map<Kind, Double> chances = (has & WAITS) != 0 ? kinds(in) : Map.of();
    return new Effort(cpu, flat, waits, chances, strange, natives);
  }

  private static Map<Kind, Double> kinds(ByteBuffer in) {
    Map<Kind, Double> numbers = new EnumMap<>(Kind.class);
    for (int left = in.get(); left > 0; left--) {
      numbers.put(KINDS[in.get()], in.getDouble());
    }
    return numbers;
  }
}
