package dev.concur.verify;

import dev.concur.verify.live.LiveTask;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/**
 * The sizes of the benchmark that a worker plays, which can be changed between two windows: waits
 * of other lengths then cost no further JVMs. JMH offers no way to, so the state that its generated
 * code holds is looked up there.
 */
final class Sizes {

  /** Stands for the factor on all waits of the user's own method. */
  static final String STRETCH = "stretch";

  /** Stands for the number of tasks in one operation. */
  static final String TASKS = "tasks";

  private static final String GENERATED = ".jmh_generated.";

  private final String className;
  private final String method;
  private int tasks;

  Sizes(String className, String method, int tasks) {
    this.className = className;
    this.method = method;
    this.tasks = tasks;
  }

  /** Tasks in one operation. */
  int tasks() {
    return tasks;
  }

  /**
   * Changes some.
   *
   * @param words such as {@code tasks=8 waitNanos=500000}
   */
  void set(String words) {
    for (String word : words.split(" ")) {
      int equals = word.indexOf('=');
      set(word.substring(0, equals), word.substring(equals + 1));
    }
  }

  private void set(String name, String value) {
    try {
      if (name.equals(STRETCH)) {
        LiveTask.stretchWaits(Double.parseDouble(value));
        return;
      }
      Object state = state();
      Field field = Class.forName(className).getField(name);
      if (field.getType() == int.class) {
        field.setInt(state, Integer.parseInt(value));
      } else {
        field.setLong(state, Long.parseLong(value));
      }
      tasks = name.equals(TASKS) ? Integer.parseInt(value) : tasks;
    } catch (ReflectiveOperationException unknown) {
      throw new IllegalStateException("the benchmark has no size " + name, unknown);
    }
  }

  /** The instance of the benchmark class, once a window was played. */
  private Object state() throws ReflectiveOperationException {
    int dot = className.lastIndexOf('.');
    String simple = className.substring(dot + 1);
    Class<?> benchmark = Class.forName(className);
    Class<?> test =
        Class.forName(className.substring(0, dot) + GENERATED + simple + "_" + method + "_jmhTest");
    for (Field field : test.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && benchmark.isAssignableFrom(field.getType())) {
        field.setAccessible(true);
        return field.get(null);
      }
    }
    throw new NoSuchFieldException("state of " + className);
  }
}
