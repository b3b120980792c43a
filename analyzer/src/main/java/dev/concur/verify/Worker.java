package dev.concur.verify;

import dev.concur.verify.live.ParentWatch;
import dev.concur.verify.live.ThreadWatch;
import dev.concur.weave.Jail;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The main program of a worker JVM: JMH with one benchmark method, which plays a window whenever a
 * line {@code go} comes in and answers with a line {@code window ...}; after {@code watch} it does
 * so under the flight recorder and tells first what that saw; {@code sizes} and what follows are
 * those of the next windows. It ends when its input ends, so it never outlives the JVM that started
 * it.
 *
 * <p>Arguments: class, method, window in ms, tasks per operation, most threads, then JMH parameters
 * {@code name=value}.
 */
final class Worker {

  private static final int ENDED = 0;
  private static final int FAILED = 71;

  private Worker() {}

  /** Entry of the JVM. */
  public static void main(String[] arguments) throws IOException {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    ParentWatch.start();
    BlockingQueue<String> words = listen();
    int most = Integer.parseInt(arguments[4]);
    ThreadWatch.start(
        most,
        threads ->
            answers.println("failed it started " + threads + " threads; the limit is " + most));
    String className = arguments[0];
    try {
      ChainedOptionsBuilder options =
          new OptionsBuilder()
              .include("^" + Pattern.quote(className + "." + arguments[1]) + "$")
              .forks(0)
              .threads(1)
              .warmupIterations(0)
              .measurementIterations(1_000_000)
              .measurementTime(TimeValue.milliseconds(Long.parseLong(arguments[2])))
              .syncIterations(false)
              .shouldDoGC(false)
              .shouldFailOnError(true);
      for (String parameter : List.of(arguments).subList(5, arguments.length)) {
        int equals = parameter.indexOf('=');
        options.param(parameter.substring(0, equals), parameter.substring(equals + 1));
      }
      Sizes sizes = new Sizes(className, arguments[1], Integer.parseInt(arguments[3]));
      GatedOutput output =
          new GatedOutput(
              () -> take(words, sizes), answers, sizes::tasks, () -> checksum(className));
      new Runner(options.build(), output).run();
      answers.println("failed the benchmark ended by itself");
    } catch (RunnerException | RuntimeException | LinkageError failure) {
      answers.println("failed " + reason(failure));
    }
    Runtime.getRuntime().halt(FAILED);
  }

  /** Reads all the time, so that the end of input is seen even while a benchmark hangs. */
  private static BlockingQueue<String> listen() {
    BlockingQueue<String> words = new LinkedBlockingQueue<>();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    daemon(
        "concur-listen",
        () -> {
          try {
            String line;
            while ((line = in.readLine()) != null) {
              words.add(line);
            }
          } catch (IOException closed) {
            // The same as the end.
          }
          Runtime.getRuntime().halt(ENDED);
        });
    System.setIn(java.io.InputStream.nullInputStream());
    return words;
  }

  private static void daemon(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    Jail.own(thread);
    thread.start();
  }

  private static boolean take(BlockingQueue<String> words, Sizes sizes) {
    try {
      String word = words.take();
      while (word.startsWith(WorkerProcess.SIZES)) {
        sizes.set(word.substring(WorkerProcess.SIZES.length()).strip());
        word = words.take();
      }
      return word.equals(WorkerProcess.WATCH);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException("interrupted while waiting for its turn", interrupted);
    }
  }

  private static long checksum(String className) {
    try {
      return Class.forName(className).getField("checksum").getLong(null);
    } catch (ReflectiveOperationException none) {
      return 0;
    }
  }

  private static String reason(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    for (Throwable hidden : failure.getSuppressed()) {
      deepest = hidden;
    }
    String text = deepest.toString().replaceAll("\\s+", " ");
    return text.length() > 300 ? text.substring(0, 300) : text;
  }
}
