package dev.concur.verify.live;

import dev.concur.model.MethodRef;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
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

/**
 * Makes values of any type it can: known ones of the JDK, enums, records, arrays, collections,
 * objects by constructor, factory or builder, and stubs for interfaces. Its values are plausible,
 * not meaningful.
 */
final class Maker {

  private static final int DEEPEST = 5;

  private final Texts texts;
  private final int size;
  private final int variant;
  private final JdkValues values;
  private final Ways ways = new Ways(this);
  private final Fields fields;
  private final ClassLoader loader;

  Maker(LiveSettings settings, ClassLoader loader) {
    this.size = settings.size();
    this.variant = settings.variant();
    this.fields = new Fields(settings.fill(), loader);
    this.texts = new Texts(settings.folder(), size, variant);
    this.values = new JdkValues(settings, texts, loader);
    this.loader = loader;
  }

  /** The arguments of a call. */
  Object[] arguments(Executable executable, List<String> names, int depth) throws CannotMake {
    List<String> known = names.isEmpty() ? namesOf(executable) : names;
    Parameter[] parameters = executable.getParameters();
    Type[] types = executable.getGenericParameterTypes();
    Object[] arguments = new Object[parameters.length];
    for (int k = 0; k < arguments.length; k++) {
      // Synthetic parameters are missing from the generic types.
      Type type = types.length == parameters.length ? types[k] : parameters[k].getType();
      String name = k < known.size() ? known.get(k) : parameters[k].getName();
      arguments[k] = make(type, name, depth + 1);
    }
    return arguments;
  }

  /** As the class file has them; none for classes of the JDK. */
  private List<String> namesOf(Executable executable) {
    Class<?> owner = executable.getDeclaringClass();
    if (owner.getClassLoader() != loader) {
      return List.of();
    }
    Class<?> result = executable instanceof Method method ? method.getReturnType() : void.class;
    String name = executable instanceof Method ? executable.getName() : "<init>";
    try {
      return ParameterNames.of(
          loader,
          new MethodRef(
              owner.getName(),
              name,
              MethodType.methodType(result, executable.getParameterTypes())
                  .toMethodDescriptorString()));
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** A value for something of this type and name. */
  Object make(Type type, String name, int depth) throws CannotMake {
    if (depth > DEEPEST) {
      // A leaf needs no others.
      return values
          .plain(raw(type), name)
          .orElseThrow(
              () -> new CannotMake("no " + type.getTypeName() + ": it needs too many others"));
    }
    if (type instanceof GenericArrayType array) {
      return array(
          raw(array.getGenericComponentType()), array.getGenericComponentType(), name, depth);
    }
    Class<?> raw = raw(type);
    if (raw.isArray()) {
      return array(raw.getComponentType(), raw.getComponentType(), name, depth);
    }
    Optional<Object> known = known(raw, type, name, depth);
    return known.isPresent() ? known.get() : object(raw, type, name, depth);
  }

  private Optional<Object> known(Class<?> raw, Type type, String name, int depth)
      throws CannotMake {
    Optional<Object> plain = values.plain(raw, name).or(() -> values.of(raw, name));
    return plain.isPresent() ? plain : container(raw, type, name, depth);
  }

  private Optional<Object> container(Class<?> raw, Type type, String name, int depth)
      throws CannotMake {
    if (raw == Optional.class) {
      return Optional.of(Optional.of(make(argument(type, 0), name, depth + 1)));
    }
    if (raw == IntStream.class) {
      return Optional.of(IntStream.range(0, size));
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
      entries.put(key, make(argument(type, 1), name + "Value", depth + 1));
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
    Object first = make(type, singular(name), depth + 1);
    int most = depth > 1 ? Math.min(size, 16) : size;
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
        elements.add(k == 0 ? first : make(type, singular(name), depth + 1));
      }
    }
    return elements;
  }

  private static String singular(String name) {
    return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }

  private Object array(Class<?> component, Type generic, String name, int depth) throws CannotMake {
    int length = depth > 1 ? Math.min(size, 64) : size;
    Object array = Array.newInstance(component, length);
    Random random = new Random(1);
    for (int k = 0; k < length; k++) {
      if (component == byte.class) {
        Array.setByte(array, k, (byte) texts.letter(random));
      } else if (component == char.class) {
        Array.setChar(array, k, texts.letter(random));
      } else if (component == int.class) {
        Array.setInt(array, k, random.nextInt(1000));
      } else if (component == long.class) {
        Array.setLong(array, k, random.nextInt(1000));
      } else if (component == double.class) {
        Array.setDouble(array, k, random.nextDouble());
      } else if (component == float.class) {
        Array.setFloat(array, k, random.nextFloat());
      } else {
        Array.set(array, k, make(generic, singular(name), depth + 1));
      }
    }
    return array;
  }

  /** By whatever way there is; the first that works. */
  private Object object(Class<?> raw, Type type, String name, int depth) throws CannotMake {
    if (raw.isEnum()) {
      Object[] constants = raw.getEnumConstants();
      if (constants.length > 0) {
        return constants[variant % constants.length];
      }
    }
    if (raw.isInterface() || Modifier.isAbstract(raw.getModifiers())) {
      Optional<Object> real = variant % 2 == 0 ? implementation(raw, depth) : Optional.empty();
      if (real.isPresent() || raw.isInterface()) {
        return real.isPresent() ? real.get() : proxy(raw, name, depth);
      }
    }
    List<String> problems = new ArrayList<>();
    for (Ways.Way way : ways.of(raw)) {
      try {
        Object made = way.make(depth);
        if (raw.isInstance(made)) {
          return fields.filled(made, this::fieldValue, depth);
        }
      } catch (CannotMake deeper) {
        problems.add(deeper.reason());
      } catch (InvocationTargetException thrown) {
        problems.add(thrown.getTargetException().toString());
      } catch (ReflectiveOperationException | RuntimeException | LinkageError failed) {
        problems.add(failed.toString());
      }
    }
    String why = problems.isEmpty() ? "nothing makes one" : problems.get(problems.size() - 1);
    throw new CannotMake("no " + type.getTypeName() + ": " + why);
  }

  private Object fieldValue(Type type, String name, int depth) throws CannotMake {
    return make(type, name, depth + 1);
  }

  /** An object of a class of the user's that implements it. */
  private Optional<Object> implementation(Class<?> raw, int depth) {
    List<String> names = new ArrayList<>(Implementors.of(raw, loader));
    // Every second variant stubs; the others begin with another implementation each.
    Collections.rotate(names, -(variant / 2));
    for (String name : names) {
      try {
        Class<?> type = Class.forName(name, true, loader);
        if (raw.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
          return Optional.of(make(type, "implementation", depth + 1));
        }
      } catch (ClassNotFoundException | CannotMake | LinkageError | RuntimeException next) {
        // Another one may do.
      }
    }
    return Optional.empty();
  }

  private Object proxy(Class<?> raw, String name, int depth) throws CannotMake {
    if (raw.isSealed()) {
      for (Class<?> permitted : raw.getPermittedSubclasses()) {
        return make(permitted, permitted.getSimpleName(), depth + 1);
      }
    }
    return Proxies.of(raw, (type, method) -> make(type, answered(name, method), depth + 1));
  }

  /** What an answer answers is an answer too. */
  private static String answered(String name, String method) {
    return name.equals(Texts.ANSWER) ? name : method;
  }

  private static Type argument(Type type, int index) {
    if (type instanceof ParameterizedType generic
        && index < generic.getActualTypeArguments().length) {
      return generic.getActualTypeArguments()[index];
    }
    return String.class;
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType generic) {
      return raw(generic.getRawType());
    }
    if (type instanceof WildcardType wildcard) {
      return raw(wildcard.getUpperBounds()[0]);
    }
    if (type instanceof TypeVariable<?> variable) {
      return raw(variable.getBounds()[0]);
    }
    if (type instanceof GenericArrayType array) {
      return raw(array.getGenericComponentType()).arrayType();
    }
    return Object.class;
  }
}
