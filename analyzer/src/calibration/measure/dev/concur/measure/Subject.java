package dev.concur.measure;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** One method of the application and a way to drive it. */
public final class Subject {

  /** What is run. */
  public interface Body {
    Object run() throws Exception;
  }

  static final Set<String> WAITS =
      Set.of("network", "disk", "database", "input", "process", "sleep", "lock");

  final String owner;
  final String name;
  final String descriptor;
  List<String> kinds = List.of();
  String driven = "";
  Body body;
  Body before;
  Body afterwards = () -> null;
  final List<Path> cold = new ArrayList<>();
  boolean async;
  boolean blocking;

  Subject(Class<?> owner, String name, Class<?>... parameters) {
    this.owner = owner.getName();
    this.name = name;
    this.descriptor = descriptor(owner, name, parameters);
  }

  private static String descriptor(Class<?> owner, String name, Class<?>... parameters) {
    if (name.equals("<init>")) {
      List<Constructor<?>> found =
          Arrays.stream(owner.getDeclaredConstructors())
              .filter(
                  c -> parameters.length == 0 || Arrays.equals(c.getParameterTypes(), parameters))
              .toList();
      if (found.size() != 1) {
        throw new IllegalArgumentException(owner + " <init>: " + found);
      }
      return MethodType.methodType(void.class, found.get(0).getParameterTypes())
          .toMethodDescriptorString();
    }
    List<Method> found =
        Arrays.stream(owner.getDeclaredMethods())
            .filter(m -> m.getName().equals(name) && !m.isSynthetic())
            .filter(m -> parameters.length == 0 || Arrays.equals(m.getParameterTypes(), parameters))
            .toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(owner.getName() + "#" + name + ": " + found);
    }
    Method method = found.get(0);
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .toMethodDescriptorString();
  }

  /** What it waits for and computes, the principal kind first; timing cannot tell kinds. */
  public Subject kinds(String... words) {
    kinds = List.of(words);
    return this;
  }

  /** With what state and sizes it is driven. */
  public Subject driven(String words) {
    driven = words;
    return this;
  }

  public Subject run(Body what) {
    body = what;
    return this;
  }

  /** Run before each call, not counted. */
  public Subject before(Body what) {
    before = what;
    return this;
  }

  /** Run after each batch of calls, not counted. */
  public Subject then(Body what) {
    afterwards = what;
    return this;
  }

  /** Files that are dropped from the page cache before each call. */
  public Subject cold(Path... files) {
    cold.addAll(List.of(files));
    return this;
  }

  /** It starts work elsewhere and returns; what is run between batches waits for that work. */
  public Subject async(Body drain) {
    async = true;
    afterwards = drain;
    return this;
  }

  public Subject async() {
    return async(() -> null);
  }

  /** The caller may wait although hardly any call does. */
  public Subject mayBlock() {
    blocking = true;
    return this;
  }

  boolean files() {
    return kinds.contains("disk");
  }
}
