package dev.concur.verify.live;

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
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URL;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Values of classes of the JDK that are known without looking how they are made. */
final class JdkValues {

  /** One of each kind that there is, by variant. */
  private static final List<Type> TYPES =
      List.of(
          String.class,
          ArrayList.class.getGenericSuperclass(),
          List.class.getTypeParameters()[0],
          HashMap.class.getGenericInterfaces()[0],
          EnumMap.class.getTypeParameters()[0],
          wildcard(),
          genericArray());

  /** What is declared as {@code Class<?>} has one. */
  private static Type wildcard() {
    Type declared = returned(Class.class, "forName", String.class);
    return ((ParameterizedType) declared).getActualTypeArguments()[0];
  }

  private static Type genericArray() {
    return returned(List.class, "toArray", Object[].class);
  }

  private static Type returned(Class<?> owner, String method, Class<?> parameter) {
    try {
      return owner.getMethod(method, parameter).getGenericReturnType();
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A plain class, an interface with an annotation, an enum, an annotation, by variant. */
  private static final List<Class<?>> CLASSES =
      List.of(
          String.class,
          Function.class,
          TimeUnit.class,
          FunctionalInterface.class,
          HashMap.class,
          int[].class);

  /** Of a class with ancestors, by variant. */
  private static final List<Method> METHODS =
      Arrays.stream(HashMap.class.getMethods())
          .sorted(Comparator.comparing(Method::toString))
          .toList();

  private final Texts texts;
  private final int size;
  private final Path folder;
  private final ClassLoader loader;

  JdkValues(LiveSettings settings, Texts texts, ClassLoader loader) {
    this.texts = texts;
    this.size = settings.with().size();
    this.folder = settings.of().folder();
    this.loader = loader;
  }

  /** A number, a truth value or a text. */
  Optional<Object> plain(Class<?> raw, String name) {
    int number = texts.number(name);
    if (raw == int.class || raw == Integer.class) {
      return Optional.of(number);
    }
    if (raw == long.class || raw == Long.class) {
      return Optional.of((long) number);
    }
    if (raw == double.class || raw == Double.class) {
      return Optional.of(texts.real(name));
    }
    if (raw == float.class || raw == Float.class) {
      return Optional.of((float) texts.real(name));
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return Optional.of(texts.variant(name) % 2 == 1);
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

  /** A value of another class of the JDK; empty when none is kept for it. */
  Optional<Object> of(Class<?> raw, String name) {
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
    // A resource that was asked for is rather missing than at an address that cannot be read.
    if (!name.equals(Texts.ANSWER)) {
      values.put(URL.class, JdkValues::url);
    }
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
    values.put(Class.class, () -> CLASSES.get(texts.variant(name) % CLASSES.size()));
    values.put(Type.class, () -> TYPES.get(texts.variant(name) % TYPES.size()));
    values.put(AnnotatedElement.class, () -> CLASSES.get(texts.variant(name) % CLASSES.size()));
    values.put(Method.class, () -> METHODS.get(texts.variant(name) % METHODS.size()));
    values.put(Field.class, () -> Integer.class.getFields()[0]);
    values.put(Constructor.class, () -> String.class.getConstructors()[0]);
    values.put(FileChannel.class, this::channel);
    values.put(InetAddress.class, InetAddress::getLoopbackAddress);
    values.put(InetSocketAddress.class, JdkValues::address);
    values.put(SocketAddress.class, JdkValues::address);
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

  private static InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 80);
  }

  private static URL url() {
    try {
      return new URL("http://127.0.0.1/concur");
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
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

  private byte[] bytes(String name) {
    return texts.stream(name).getBytes(StandardCharsets.UTF_8);
  }
}
