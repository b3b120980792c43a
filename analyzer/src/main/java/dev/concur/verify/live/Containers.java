package dev.concur.verify.live;

import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URL;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Collections, maps, streams and arrays, as large as is asked for. */
final class Containers {

  /** Collections inside others are so many times smaller. */
  private static final int PARTS = 512;

  /** After so many elements inside others these stay small. */
  private static final int MOST_NESTED = 1 << 20;

  private final int size;
  private final Texts texts;
  private final Elements maker;
  private int nestedElements;
  private int row;

  Containers(int size, Texts texts, Elements maker) {
    this.size = size;
    this.texts = texts;
    this.maker = maker;
  }

  /** Makes what is in them. */
  interface Elements {
    Object make(Type type, String name, int depth) throws CannotMake;
  }

  /** A container of the JDK with elements; empty when it is none. */
  Optional<Object> of(Class<?> raw, Type type, String name, int depth) throws CannotMake {
    if (raw == Optional.class) {
      return Optional.of(Optional.of(maker.make(argument(type, 0), name, depth + 1)));
    }
    if (raw == IntStream.class) {
      return Optional.of(IntStream.range(0, size));
    }
    if (raw == Enumeration.class) {
      // Resources that were looked for are rather missing: nobody could read them.
      boolean found = name.equals(Texts.ANSWER) && argument(type, 0) == URL.class;
      return Optional.of(
          found
              ? Collections.emptyEnumeration()
              : Collections.enumeration(elements(argument(type, 0), name, depth)));
    }
    if (Map.class.isAssignableFrom(raw) && raw.getName().startsWith("java.util.")) {
      return map(raw, type, name, depth);
    }
    if (raw == Stream.class || raw == java.util.Iterator.class) {
      List<Object> elements = elements(argument(type, 0), name, depth);
      return Optional.of(raw == Stream.class ? elements.stream() : elements.iterator());
    }
    boolean collection = Iterable.class.isAssignableFrom(raw) && raw.getName().startsWith("java.");
    return collection
        ? collection(raw, elements(argument(type, 0), name, depth))
        : Optional.empty();
  }

  private Optional<Object> map(Class<?> raw, Type type, String name, int depth) throws CannotMake {
    Map<Object, Object> entries = new LinkedHashMap<>();
    for (Object key : elements(argument(type, 0), name + "Key", depth)) {
      entries.put(key, maker.make(argument(type, 1), name + "Value", depth + 1));
    }
    for (Map<Object, Object> map :
        List.of(
            new HashMap<>(entries),
            new ConcurrentHashMap<Object, Object>(),
            new LinkedHashMap<>())) {
      if (raw.isInstance(map)) {
        map.putAll(entries);
        return Optional.of(map);
      }
    }
    return raw.isAssignableFrom(TreeMap.class)
        ? Optional.of(new TreeMap<>(entries))
        : Optional.empty();
  }

  private static Optional<Object> collection(Class<?> raw, List<Object> elements) {
    if (raw.isAssignableFrom(ArrayList.class)) {
      return Optional.of(elements);
    }
    if (raw.isAssignableFrom(LinkedHashSet.class) || raw == HashSet.class) {
      Set<Object> set = new LinkedHashSet<>(elements);
      return Optional.of(set);
    }
    if (raw.isAssignableFrom(TreeSet.class)) {
      return Optional.of(new TreeSet<>(elements));
    }
    if (raw.isAssignableFrom(ArrayDeque.class)) {
      return Optional.of(new ArrayDeque<>(elements));
    }
    return raw.isAssignableFrom(LinkedBlockingQueue.class)
        ? Optional.of(new LinkedBlockingQueue<>(elements))
        : Optional.empty();
  }

  /** Elements that differ where that is easy: numbers count, texts are numbered. */
  private List<Object> elements(Type type, String name, int depth) throws CannotMake {
    List<Object> elements = new ArrayList<>();
    Object first = maker.make(type, singular(name), depth + 1);
    int most = depth > 1 ? nested(16) : size;
    for (int k = 0; k < most; k++) {
      if (first instanceof Integer) {
        elements.add(k * 31 % 1009);
      } else if (first instanceof Long) {
        elements.add(k * 31L % 1009);
      } else if (first instanceof Double) {
        elements.add(k * 31 % 1009 / 7.0);
      } else if (first instanceof String text && text.length() <= size) {
        elements.add(text + k);
      } else {
        elements.add(k == 0 ? first : maker.make(type, singular(name), depth + 1));
      }
    }
    return elements;
  }

  /** What is inside others grows too where size alone decides, as far as there is room. */
  private int nested(int usual) {
    int larger = Math.max(usual, size / PARTS);
    nestedElements += larger;
    return Math.min(size, nestedElements > MOST_NESTED ? usual : larger);
  }

  private static String singular(String name) {
    return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }

  /** An array with elements. */
  Object array(Class<?> component, Type generic, String name, int depth) throws CannotMake {
    int length = depth > 1 ? nested(64) : size;
    Object array = Array.newInstance(component, length);
    if (component.isPrimitive()) {
      fill(array, component, length, depth > 1);
      return array;
    }
    int outer = row;
    for (int k = 0; k < length; k++) {
      row = k;
      Array.set(array, k, maker.make(generic, singular(name), depth + 1));
    }
    row = outer;
    return component == Object.class && texts.variant() % 2 == 1 ? exact((Object[]) array) : array;
  }

  /** An array of objects is mostly made as one of what is in it. */
  private static Object[] exact(Object[] array) {
    boolean texts = Arrays.stream(array).allMatch(String.class::isInstance);
    return texts ? Arrays.copyOf(array, array.length, String[].class) : array;
  }

  private void fill(Object array, Class<?> component, int length, boolean inside) {
    Random random = new Random(1);
    Numbers numbers =
        new Numbers(texts.variant(), length, inside ? row : Numbers.NO_ROW, texts.small());
    for (int k = 0; k < length; k++) {
      if (component == byte.class) {
        Array.setByte(array, k, (byte) texts.letter(random));
      } else if (component == char.class) {
        Array.setChar(array, k, texts.letter(random));
      } else if (component == int.class) {
        Array.setInt(array, k, numbers.whole(k, random));
      } else if (component == long.class) {
        Array.setLong(array, k, numbers.whole(k, random));
      } else if (component == double.class) {
        Array.setDouble(array, k, numbers.real(k, random));
      } else if (component == float.class) {
        Array.setFloat(array, k, (float) numbers.real(k, random));
      }
    }
  }

  private static Type argument(Type type, int index) {
    if (type instanceof ParameterizedType generic
        && index < generic.getActualTypeArguments().length) {
      return generic.getActualTypeArguments()[index];
    }
    return Object.class;
  }
}
