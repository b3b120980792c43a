package dev.concur.verify.live;

import dev.concur.model.MethodRef;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of any type it can: known ones of the JDK, enums, records, arrays, collections,
 * objects by constructor, factory or builder, and stubs for interfaces. Its values are plausible,
 * not meaningful.
 */
final class Maker {

  private static final int DEEPEST = 5;

  private final Texts texts;
  private final int size;
  private final Path folder;
  private final int variant;
  private final Fields fields;
  private final ClassLoader loader;

  Maker(LiveSettings settings, ClassLoader loader) {
    this.folder = settings.folder();
    this.size = settings.size();
    this.variant = settings.variant();
    this.fields = new Fields(settings.fill(), loader);
    this.texts = new Texts(folder, size, variant);
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
      return plain(raw(type), name)
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
    Optional<Object> plain = plain(raw, name).or(() -> ofJdk(raw, name));
    return plain.isPresent() ? plain : container(raw, type, name, depth);
  }

  private Optional<Object> plain(Class<?> raw, String name) {
    int number = texts.number(name);
    if (raw == int.class || raw == Integer.class) {
      return Optional.of(number);
    }
    if (raw == long.class || raw == Long.class) {
      return Optional.of((long) number);
    }
    if (raw == double.class || raw == Double.class) {
      return Optional.of(number + .5);
    }
    if (raw == float.class || raw == Float.class) {
      return Optional.of(number + .5f);
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return Optional.of(variant % 2 == 1);
    }
    if (raw == byte.class || raw == Byte.class) {
      return Optional.of((byte) number);
    }
    if (raw == short.class || raw == Short.class) {
      return Optional.of((short) number);
    }
    if (raw == char.class || raw == Character.class) {
      return Optional.of('a');
    }
    if (raw == Number.class) {
      return Optional.of(number);
    }
    boolean text = raw == String.class || raw == CharSequence.class || raw == Object.class;
    return text || raw == Comparable.class ? Optional.of(texts.text(name)) : Optional.empty();
  }

  private Optional<Object> ofJdk(Class<?> raw, String name) {
    Map<Class<?>, Supplier<Object>> values = new HashMap<>();
    // Odd, of full length, and another one for each name: the power of one modulo itself is
    // nothing.
    values.put(
        BigInteger.class,
        () ->
            new BigInteger(Math.min(size, 4096), new Random(name.hashCode()))
                .setBit(Math.min(size, 4096) - 1)
                .setBit(0));
    values.put(BigDecimal.class, () -> new BigDecimal("42.50"));
    values.put(File.class, () -> folder.resolve("stand-in.txt").toFile());
    values.put(Path.class, () -> folder.resolve("stand-in.txt"));
    values.put(URI.class, () -> URI.create("http://127.0.0.1/concur"));
    values.put(Charset.class, () -> StandardCharsets.UTF_8);
    values.put(Locale.class, () -> Locale.ROOT);
    values.put(Random.class, () -> new Random(1));
    values.put(UUID.class, () -> new UUID(1, 2));
    values.put(Instant.class, () -> Instant.ofEpochSecond(1_795_342_530L));
    values.put(Duration.class, () -> Duration.ofMillis(5));
    values.put(LocalDate.class, () -> LocalDate.of(2026, 11, 22));
    values.put(LocalTime.class, () -> LocalTime.NOON);
    values.put(LocalDateTime.class, () -> LocalDateTime.of(2026, 11, 22, 10, 15));
    values.put(ZoneId.class, () -> ZoneOffset.UTC);
    values.put(Currency.class, () -> Currency.getInstance("EUR"));
    values.put(Pattern.class, () -> Pattern.compile("[a-z]+"));
    values.put(Class.class, () -> String.class);
    values.put(Type.class, () -> String.class);
    values.put(AnnotatedElement.class, () -> String.class);
    values.put(Method.class, () -> String.class.getMethods()[0]);
    values.put(Field.class, () -> Integer.class.getFields()[0]);
    values.put(Constructor.class, () -> String.class.getConstructors()[0]);
    values.put(FileChannel.class, this::channel);
    values.put(InetAddress.class, InetAddress::getLoopbackAddress);
    values.put(
        InetSocketAddress.class, () -> new InetSocketAddress(InetAddress.getLoopbackAddress(), 80));
    values.put(Provider.class, () -> Security.getProviders()[0]);
    values.put(ClassLoader.class, () -> loader);
    values.put(Thread.class, () -> new Thread(() -> {}));
    values.put(Lock.class, () -> new ReentrantLock());
    values.put(InputStream.class, () -> new ByteArrayInputStream(bytes(name)));
    values.put(OutputStream.class, () -> new ByteArrayOutputStream());
    values.put(Reader.class, () -> open(texts.stream(name)));
    values.put(StringReader.class, () -> open(texts.stream(name)));
    values.put(Writer.class, () -> new StringWriter());
    values.put(ByteBuffer.class, () -> ByteBuffer.wrap(bytes(name)));
    values.put(CharBuffer.class, () -> CharBuffer.wrap(texts.running()));
    values.put(Properties.class, () -> new Properties());
    values.put(Throwable.class, () -> new IllegalStateException(name));
    values.put(Exception.class, () -> new IllegalStateException(name));
    if (Executor.class.isAssignableFrom(raw) && raw.isInterface()) {
      return raw.isInstance(ForkJoinPool.commonPool())
          ? Optional.of(ForkJoinPool.commonPool())
          : Optional.empty();
    }
    Supplier<Object> value = values.get(raw);
    return value == null ? Engines.of(raw) : Optional.of(value.get());
  }

  /** Of the stand-in file; what waits for it is replaced, what does not is real. */
  private FileChannel channel() {
    try {
      return FileChannel.open(folder.resolve("stand-in.txt"));
    } catch (IOException absent) {
      throw new UncheckedIOException(absent);
    }
  }

  /** It stays open when somebody closes it, to be read again by the next call. */
  private static StringReader open(String text) {
    return new StringReader(text) {
      @Override
      public void close() {}
    };
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
    for (Way way : ways(raw)) {
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

  /** One way of making an object. */
  private interface Way {
    @Nullable Object make(int depth) throws ReflectiveOperationException, CannotMake;
  }

  private List<Way> ways(Class<?> raw) {
    List<Way> ways = new ArrayList<>();
    for (Field field : raw.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && raw.isAssignableFrom(field.getType())) {
        ways.add(depth -> accessible(field).get(null));
      }
    }
    Arrays.stream(raw.getDeclaredMethods())
        .filter(method -> isFactory(method, raw))
        .sorted(Comparator.comparingInt(Method::getParameterCount).thenComparing(Method::toString))
        .forEach(method -> ways.add(depth -> factory(method, depth)));
    if (!Modifier.isAbstract(raw.getModifiers())) {
      Arrays.stream(raw.getDeclaredConstructors())
          .sorted(
              Comparator.<Constructor<?>>comparingInt(
                      each -> Modifier.isPublic(each.getModifiers()) ? 0 : 1)
                  .thenComparingInt(Constructor::getParameterCount)
                  .thenComparing(Constructor::toString))
          .forEach(constructor -> ways.add(depth -> construct(constructor, depth)));
    }
    Arrays.stream(raw.getDeclaredMethods())
        .filter(Maker::isBuilder)
        .sorted(Comparator.comparing(Method::toString))
        .forEach(method -> ways.add(depth -> build(method, raw)));
    if (raw.getEnclosingClass() != null && !Modifier.isStatic(raw.getModifiers())) {
      ways.add(0, ways.remove(ways.size() - 1));
    }
    return ways;
  }

  private static boolean isFactory(Method method, Class<?> raw) {
    return Modifier.isStatic(method.getModifiers())
        && Modifier.isPublic(method.getModifiers())
        && raw.isAssignableFrom(method.getReturnType())
        && Arrays.stream(method.getParameterTypes()).noneMatch(type -> type == raw);
  }

  private static boolean isBuilder(Method method) {
    return Modifier.isStatic(method.getModifiers())
        && method.getParameterCount() == 0
        && (method.getName().equals("builder") || method.getName().equals("newBuilder"));
  }

  private @Nullable Object factory(Method method, int depth)
      throws ReflectiveOperationException, CannotMake {
    return accessible(method).invoke(null, arguments(method, List.of(), depth));
  }

  private Object construct(Constructor<?> constructor, int depth)
      throws ReflectiveOperationException, CannotMake {
    return accessible(constructor).newInstance(arguments(constructor, List.of(), depth));
  }

  private static @Nullable Object build(Method method, Class<?> raw)
      throws ReflectiveOperationException, CannotMake {
    Object builder = accessible(method).invoke(null);
    for (Method each : method.getReturnType().getMethods()) {
      if (each.getParameterCount() == 0 && raw.isAssignableFrom(each.getReturnType())) {
        return accessible(each).invoke(builder);
      }
    }
    throw new CannotMake("its builder builds nothing");
  }

  private static <T extends java.lang.reflect.AccessibleObject> T accessible(T member) {
    member.setAccessible(true);
    return member;
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

  private byte[] bytes(String name) {
    return texts.stream(name).getBytes(StandardCharsets.UTF_8);
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
