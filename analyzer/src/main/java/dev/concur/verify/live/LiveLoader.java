package dev.concur.verify.live;

import dev.concur.weave.CallLog;
import dev.concur.weave.Coverage;
import dev.concur.weave.Held;
import dev.concur.weave.Jail;
import dev.concur.weave.Standstill;
import dev.concur.weave.Stub;
import dev.concur.weave.TestThreads;
import dev.concur.weave.Weaver;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Loads the user's classes, woven, apart from everything of ours. Two of these have two copies of
 * every static field: a shard, as another process would be.
 */
final class LiveLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final Set<String> OURS =
      Set.of(
          Stub.class.getName(),
          Coverage.class.getName(),
          Held.class.getName(),
          Jail.class.getName(),
          CallLog.class.getName(),
          Standstill.class.getName(),
          TestThreads.class.getName());

  private final UnaryOperator<byte[]> weaver;

  LiveLoader(List<Path> classPath, Weaver weaver) throws MalformedURLException {
    this(classPath, ClassLoader.getPlatformClassLoader(), weaver::weave);
  }

  /**
   * A loader of classes that tests are among.
   *
   * @param parent has what the tests are run with
   */
  LiveLoader(List<Path> classPath, ClassLoader parent, UnaryOperator<byte[]> weaver)
      throws MalformedURLException {
    super(urls(classPath), parent);
    this.weaver = weaver;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return OURS.contains(name)
        ? Class.forName(name, false, LiveLoader.class.getClassLoader())
        : super.loadClass(name, resolve);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = woven(in.readAllBytes());
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }

  /** A class that is not on the class path, made the first time. */
  Class<?> define(String name, Supplier<byte[]> bytes) {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      byte[] made = bytes.get();
      return defineClass(name, made, 0, made.length);
    }
  }

  /** A class that cannot be woven is loaded as it is: the second net is still below it. */
  private byte[] woven(byte[] bytes) {
    try {
      return weaver.apply(bytes);
    } catch (RuntimeException unreadable) {
      return bytes;
    }
  }

  static URL[] urls(List<Path> classPath) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path path : classPath) {
      urls.add(path.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}
