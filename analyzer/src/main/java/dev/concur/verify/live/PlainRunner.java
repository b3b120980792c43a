package dev.concur.verify.live;

import java.lang.reflect.Method;
import java.util.List;

/** JUnit 4 alone, one test after the other. */
final class PlainRunner implements TestRunner {

  static final String CORE = "org.junit.runner.JUnitCore";

  private static final String REQUEST = "org.junit.runner.Request";

  private final ClassLoader loader;

  PlainRunner(ClassLoader loader) {
    this.loader = loader;
  }

  @Override
  public void run(List<String> classes, Listener listener) throws ReflectiveOperationException {
    for (String each : classes) {
      runLeaves(each, description(request(each)), listener);
    }
  }

  private void runLeaves(String type, Object description, Listener listener)
      throws ReflectiveOperationException {
    for (Object child : (List<?>) call(description, "getChildren")) {
      if (Boolean.TRUE.equals(call(child, "isTest"))) {
        run(type, child, listener);
      } else {
        runLeaves(type, child, listener);
      }
    }
  }

  @Override
  public void run(String test, Listener listener) throws ReflectiveOperationException {
    String type = test.substring(0, test.indexOf('#'));
    find(type, description(request(type)), test, listener);
  }

  private void find(String type, Object description, String test, Listener listener)
      throws ReflectiveOperationException {
    for (Object child : (List<?>) call(description, "getChildren")) {
      if (Boolean.TRUE.equals(call(child, "isTest")) && idOf(type, child).equals(test)) {
        run(type, child, listener);
        return;
      }
      find(type, child, test, listener);
    }
  }

  /**
   * A request is good for one test: it keeps its runner, and filters that one further and further.
   */
  private void run(String type, Object description, Listener listener)
      throws ReflectiveOperationException {
    String id = idOf(type, description);
    listener.started(id);
    Object request = request(type);
    Object only =
        request
            .getClass()
            .getMethod("filterWith", load("org.junit.runner.Description"))
            .invoke(request, description);
    Class<?> core = load(CORE);
    Object result =
        core.getMethod("run", load(REQUEST)).invoke(core.getConstructor().newInstance(), only);
    List<?> failures = (List<?>) call(result, "getFailures");
    listener.ended(id, failures.isEmpty() ? "" : String.valueOf(failures.get(0)));
  }

  private static String idOf(String type, Object description) throws ReflectiveOperationException {
    return type + "#" + call(description, "getMethodName");
  }

  private Object request(String type) throws ReflectiveOperationException {
    return load(REQUEST).getMethod("aClass", Class.class).invoke(null, load(type));
  }

  private static Object description(Object request) throws ReflectiveOperationException {
    return call(call(request, "getRunner"), "getDescription");
  }

  private Class<?> load(String name) throws ClassNotFoundException {
    return Class.forName(name, true, loader);
  }

  private static Object call(Object target, String name) throws ReflectiveOperationException {
    Method method = target.getClass().getMethod(name);
    method.setAccessible(true);
    return method.invoke(target);
  }
}
