package dev.concur.keep;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Makes coders from declared types: records by their components, sealed interfaces by the records
 * that implement them, and what those are made of. A new component needs no word here.
 */
final class Coders {

  private final Map<Type, Coder> known = new HashMap<>();

  private Coders() {}

  /**
   * The coder of a record.
   *
   * @throws IllegalArgumentException when something in it has no fixed form
   */
  static Coder of(Class<? extends Record> type) {
    return new Coders().coder(type);
  }

  /** Types name each other, so each is known before what it is made of is looked at. */
  Coder coder(Type type) {
    Coder found = known.get(type);
    if (found != null) {
      return found;
    }
    if (type instanceof Class<?> plain && plain.isRecord()) {
      RecordCoder coder = new RecordCoder(plain);
      known.put(type, coder);
      coder.resolve(this);
      return coder;
    }
    if (type instanceof Class<?> plain && plain.isSealed()) {
      SealedCoder coder = new SealedCoder(plain);
      known.put(type, coder);
      coder.resolve(this);
      return coder;
    }
    Coder made = type instanceof ParameterizedType generic ? generic(generic) : plain(type);
    known.put(type, made);
    return made;
  }

  private static Coder plain(Type type) {
    if (type == String.class) {
      return coder((out, value) -> out.text((String) value), RecordReader::text);
    }
    if (type == int.class || type == Integer.class) {
      return coder(
          (out, value) -> out.number(zigzag((int) value)),
          in -> Math.toIntExact(unzigzag(in.number())));
    }
    if (type == long.class || type == Long.class) {
      return coder((out, value) -> out.number(zigzag((long) value)), in -> unzigzag(in.number()));
    }
    if (type == double.class || type == Double.class) {
      return coder(
          (out, value) -> out.fixedLong(Double.doubleToLongBits((double) value)),
          in -> Double.longBitsToDouble(in.fixedLong()));
    }
    if (type == boolean.class || type == Boolean.class) {
      return coder((out, value) -> out.number((boolean) value ? 1 : 0), in -> in.number() == 1);
    }
    if (type == OptionalInt.class) {
      return optionalInt();
    }
    if (type == OptionalDouble.class) {
      return optionalDouble();
    }
    if (type instanceof Class<?> plain && plain.isEnum()) {
      return enumeration(plain);
    }
    throw new IllegalArgumentException("no fixed form for " + type);
  }

  /** Constants by name. */
  private static Coder enumeration(Class<?> type) {
    Map<String, Object> constants = new HashMap<>();
    for (Object constant : type.getEnumConstants()) {
      constants.put(((Enum<?>) constant).name(), constant);
    }
    return coder(
        (out, value) -> out.text(((Enum<?>) value).name()),
        in -> {
          String name = in.text();
          return Optional.ofNullable(constants.get(name))
              .orElseThrow(() -> new IOException("no " + type + " " + name));
        });
  }

  private static Coder optionalInt() {
    return coder(
        (out, value) -> {
          OptionalInt optional = (OptionalInt) value;
          out.number(optional.isPresent() ? 1 : 0);
          if (optional.isPresent()) {
            out.number(zigzag(optional.getAsInt()));
          }
        },
        in ->
            in.number() == 1
                ? OptionalInt.of(Math.toIntExact(unzigzag(in.number())))
                : OptionalInt.empty());
  }

  private static Coder optionalDouble() {
    return coder(
        (out, value) -> {
          OptionalDouble optional = (OptionalDouble) value;
          out.number(optional.isPresent() ? 1 : 0);
          if (optional.isPresent()) {
            out.fixedLong(Double.doubleToLongBits(optional.getAsDouble()));
          }
        },
        in ->
            in.number() == 1
                ? OptionalDouble.of(Double.longBitsToDouble(in.fixedLong()))
                : OptionalDouble.empty());
  }

  private Coder generic(ParameterizedType type) {
    Coder first = coder(type.getActualTypeArguments()[0]);
    if (type.getRawType() == Optional.class) {
      return coder(
          (out, value) -> collection(out, ((Optional<?>) value).stream().toList(), first),
          in -> list(in, first).stream().findFirst());
    }
    if (type.getRawType() == List.class) {
      return coder(
          (out, value) -> collection(out, (List<?>) value, first),
          in -> Collections.unmodifiableList(list(in, first)));
    }
    if (type.getRawType() == Set.class) {
      return coder(
          (out, value) -> collection(out, (Set<?>) value, first),
          in -> Collections.unmodifiableSet(new LinkedHashSet<>(list(in, first))));
    }
    if (type.getRawType() == Map.class) {
      return map(first, coder(type.getActualTypeArguments()[1]));
    }
    throw new IllegalArgumentException("no fixed form for " + type);
  }

  private static Coder map(Coder keys, Coder values) {
    return coder(
        (out, value) -> {
          out.number(((Map<?, ?>) value).size());
          for (Map.Entry<?, ?> each : ((Map<?, ?>) value).entrySet()) {
            keys.write(out, each.getKey());
            values.write(out, each.getValue());
          }
        },
        in -> {
          Map<Object, Object> map = new LinkedHashMap<>();
          for (int left = in.size(); left > 0; left--) {
            Object key = keys.read(in);
            map.put(key, values.read(in));
          }
          return Collections.unmodifiableMap(map);
        });
  }

  private static void collection(RecordWriter out, Collection<?> values, Coder each)
      throws IOException {
    out.number(values.size());
    for (Object value : values) {
      each.write(out, value);
    }
  }

  private static List<Object> list(RecordReader in, Coder each) throws IOException {
    List<Object> values = new ArrayList<>();
    for (int left = in.size(); left > 0; left--) {
      values.add(each.read(in));
    }
    return values;
  }

  private static long zigzag(long value) {
    return (value << 1) ^ (value >> (Long.SIZE - 1));
  }

  private static long unzigzag(long value) {
    return (value >>> 1) ^ -(value & 1);
  }

  private interface Writing {
    void write(RecordWriter out, Object value) throws IOException;
  }

  private interface Reading {
    Object read(RecordReader in) throws IOException;
  }

  private static Coder coder(Writing writing, Reading reading) {
    return new Coder() {
      @Override
      public void write(RecordWriter out, Object value) throws IOException {
        writing.write(out, value);
      }

      @Override
      public Object read(RecordReader in) throws IOException {
        return reading.read(in);
      }
    };
  }
}
