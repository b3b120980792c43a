package dev.concur.verify.live;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The launcher of the JUnit platform, which runs JUnit 5, and JUnit 4 with its vintage engine. */
final class PlatformRunner implements TestRunner {

  static final String LAUNCHER = "org.junit.platform.launcher.Launcher";

  private static final String TIMEOUT = "junit.jupiter.execution.timeout.testable.method.default";

  /** A test that takes longer is no good to be run again. */
  private static final String LONGEST = "10 s";

  private final ClassLoader loader;

  PlatformRunner(ClassLoader loader) {
    this.loader = loader;
  }

  @Override
  public void run(List<String> classes, Listener listener) throws ReflectiveOperationException {
    Method select = selectors().getMethod("selectClass", String.class);
    List<Object> selected = new ArrayList<>();
    for (String each : classes) {
      selected.add(select.invoke(null, each));
    }
    execute(selected, listener);
  }

  @Override
  public void run(String test, Listener listener) throws ReflectiveOperationException {
    Method select = selectors().getMethod("selectUniqueId", String.class);
    execute(List.of(select.invoke(null, test)), listener);
  }

  private Class<?> selectors() throws ClassNotFoundException {
    return load("org.junit.platform.engine.discovery.DiscoverySelectors");
  }

  private Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, true, loader);
  }

  private void execute(List<Object> selected, Listener listener)
      throws ReflectiveOperationException {
    Class<?> builder = load("org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder");
    Object building = builder.getMethod("request").invoke(null);
    builder.getMethod("selectors", List.class).invoke(building, selected);
    builder
        .getMethod("configurationParameter", String.class, String.class)
        .invoke(building, TIMEOUT, LONGEST);
    Object request = builder.getMethod("build").invoke(building);
    Object launcher =
        load("org.junit.platform.launcher.core.LauncherFactory").getMethod("create").invoke(null);
    Class<?> listening = load("org.junit.platform.launcher.TestExecutionListener");
    Object listeners = Array.newInstance(listening, 1);
    Array.set(
        listeners,
        0,
        Proxy.newProxyInstance(
            listening.getClassLoader(), new Class<?>[] {listening}, telling(listener)));
    load(LAUNCHER)
        .getMethod(
            "execute",
            load("org.junit.platform.launcher.LauncherDiscoveryRequest"),
            listeners.getClass())
        .invoke(launcher, request, listeners);
  }

  /** Everything but the begin and the end of tests is of no interest. */
  private static InvocationHandler telling(Listener listener) {
    return (self, method, arguments) -> {
      switch (method.getName()) {
        case "executionStarted" -> listener.started(id(arguments[0]));
        case "executionFinished" -> listener.ended(id(arguments[0]), problem(arguments[1]));
        case "equals" -> {
          return self == arguments[0];
        }
        case "hashCode" -> {
          return System.identityHashCode(self);
        }
        default -> {
          // Not of interest.
        }
      }
      return null;
    };
  }

  private static String id(Object identifier) throws ReflectiveOperationException {
    return (String) identifier.getClass().getMethod("getUniqueId").invoke(identifier);
  }

  private static String problem(Object result) throws ReflectiveOperationException {
    Optional<?> thrown = (Optional<?>) result.getClass().getMethod("getThrowable").invoke(result);
    return thrown.map(String::valueOf).orElse("");
  }
}
