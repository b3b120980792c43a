package dev.concur.verify.live;

import dev.concur.model.MethodRef;
import dev.concur.weave.Standstill;
import dev.concur.weave.Weaver;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Receiver and arguments of a call as a test of the user's makes it: the test is run and stands
 * still there. It is run again for each further set, unless they never change.
 */
final class Captured implements Given {

  /** A test has to be started on a machine that may be busy; those that hang were left before. */
  private static final long PATIENCE_MILLIS = 12_000;

  /** Tests that stand still keep all they have; more of them is more than a task should need. */
  private static final int MOST_SETS = 256;

  private static final List<Class<?>> UNCHANGING =
      List.of(
          String.class,
          Boolean.class,
          Character.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigInteger.class,
          BigDecimal.class,
          Class.class,
          Enum.class,
          Locale.class,
          Charset.class,
          Pattern.class,
          Path.class,
          UUID.class,
          Temporal.class);

  private final LiveLoader loader;
  private final TestRunner runner;
  private final TestCall call;
  private final Standstill.Call first;
  private int sets;

  private Captured(LiveLoader loader, TestCall call) throws CannotMake {
    this.loader = loader;
    this.runner = TestRunner.of(loader);
    this.call = call;
    this.first = take();
  }

  /** By the call that the settings have chosen. */
  static Captured of(LiveSettings settings, Weaver weaver) throws CannotMake {
    Tests tests = settings.of().tests();
    MethodRef subject = settings.of().subject();
    List<Path> classPath =
        Stream.concat(tests.classPath().stream(), settings.of().classPath().stream()).toList();
    try {
      LiveLoader loader =
          new LiveLoader(
              TestFrameworks.without(classPath),
              TestFrameworks.loader(tests.classPath()),
              weaver.stoppingAt(subject)::weave);
      return new Captured(loader, tests.calls().get(settings.with().call()));
    } catch (IOException impossible) {
      throw new CannotMake("its class path cannot be read: " + impossible.getMessage());
    }
  }

  LiveLoader loader() {
    return loader;
  }

  @Nullable Object receiver() {
    return first.receiver();
  }

  @Override
  public synchronized Object[] arguments() throws CannotMake {
    if (sets++ == 0) {
      return first.arguments();
    }
    if (Arrays.stream(first.arguments()).allMatch(Captured::neverChanges)) {
      return first.arguments().clone();
    }
    if (sets > MOST_SETS) {
      throw new CannotMake("its arguments would have to be captured too often");
    }
    return take().arguments();
  }

  @Override
  public boolean belongTogether() {
    return first.receiver() != null;
  }

  private static boolean neverChanges(@Nullable Object value) {
    return value == null || UNCHANGING.stream().anyMatch(type -> type.isInstance(value));
  }

  private Standstill.Call take() throws CannotMake {
    String[] problem = {""};
    try {
      Optional<Standstill.Call> taken =
          Standstill.of(call.number(), () -> run(problem), PATIENCE_MILLIS);
      return taken.orElseThrow(
          () ->
              new CannotMake(
                  call.testInWords()
                      + (problem[0].isEmpty()
                          ? " does not call it when it is run again"
                          : " fails here with " + problem[0])));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CannotMake("interrupted");
    }
  }

  private void run(String[] problem) {
    Thread.currentThread().setContextClassLoader(loader);
    try {
      runner.run(call.test(), listener(problem));
    } catch (InvocationTargetException thrown) {
      problem[0] = String.valueOf(thrown.getCause());
    } catch (ReflectiveOperationException | RuntimeException | LinkageError broken) {
      problem[0] = broken.toString();
    }
  }

  private TestRunner.Listener listener(String[] problems) {
    return new TestRunner.Listener() {
      @Override
      public void started(String test) {
        if (test.equals(call.test())) {
          Standstill.begin();
        }
      }

      @Override
      public void ended(String test, String problem) {
        if (!problem.isEmpty()) {
          problems[0] = problem;
        }
      }
    };
  }
}
