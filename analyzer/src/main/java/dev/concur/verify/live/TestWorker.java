package dev.concur.verify.live;

import dev.concur.weave.CallLog;
import dev.concur.weave.Entries;
import dev.concur.weave.Jail;
import dev.concur.weave.TestThreads;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The main program of a worker that runs the tests of a module, jailed, and says which of them call
 * the methods in question: {@code begin CLASS}, {@code call METHOD NUMBER NANOS TEST}, {@code
 * problem WORDS}, {@code failed WORDS} where nothing could be run, {@code done TESTS}.
 */
final class TestWorker {

  private static final String SETTINGS = "concur.scout";
  private static final int MOST_THREADS = 1000;
  private static final int MOST_WORDS = 300;

  private final ScoutSettings settings;
  private final PrintStream out;
  private final Set<Integer> seen;
  private String current = "";
  private int ended;

  private TestWorker(ScoutSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
    this.seen = new TreeSet<>(settings.found());
  }

  /** Entry of the JVM. */
  public static void main(String[] none) throws Exception {
    ParentWatch.start();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    System.setIn(InputStream.nullInputStream());
    ScoutSettings settings = ScoutSettings.read(Path.of(System.getProperty(SETTINGS)));
    TestWorker scout = new TestWorker(settings, out);
    ThreadWatch.start(
        MOST_THREADS, threads -> scout.say("problem", "tests start " + threads + " threads"));
    LiveTask.arm(
        settings.scratch(),
        List.of(
            settings.classPath(),
            TestFrameworks.in(settings.classPath()),
            List.of(settings.folder())));
    TestThreads.start(scout::run).join();
    Runtime.getRuntime().halt(0);
  }

  private void run() {
    try (LiveLoader loader =
        new LiveLoader(
            TestFrameworks.without(settings.classPath()),
            TestFrameworks.loader(settings.classPath()),
            bytes -> Entries.logged(bytes, settings.methods()))) {
      Thread.currentThread().setContextClassLoader(loader);
      TestClasses classes = TestClasses.in(settings.tests(), settings.methods());
      run(TestRunner.of(loader), classes);
      say("done", String.valueOf(ended));
    } catch (CannotMake reason) {
      say("failed", reason.reason());
    } catch (InvocationTargetException thrown) {
      say("failed", "the tests cannot be run: " + thrown.getCause());
    } catch (Exception | LinkageError broken) {
      say("failed", "the tests cannot be run: " + broken);
    }
  }

  /** Those that speak of other classes only when something was not found yet. */
  private void run(TestRunner runner, TestClasses classes) throws ReflectiveOperationException {
    runEach(runner, classes.near());
    if (seen.size() < settings.methods().size()) {
      runEach(runner, classes.others());
    }
  }

  /** One after the other, so that it is known which of them ended this JVM. */
  private void runEach(TestRunner runner, List<String> classes)
      throws ReflectiveOperationException {
    for (String each : classes) {
      if (!settings.over().contains(each)) {
        say("begin", each);
        runner.run(List.of(each), new Telling());
      }
    }
  }

  /** Tells of calls when the test that made them is over, or another one begins in it. */
  private final class Telling implements TestRunner.Listener {
    @Override
    public void started(String test) {
      tell();
      current = test;
    }

    @Override
    public void ended(String test, String problem) {
      tell();
      ended++;
      if (!problem.isEmpty()) {
        Jail.refusals().forEach(what -> say("problem", "a test " + what));
        say("problem", problem);
      }
    }
  }

  private void tell() {
    for (CallLog.Call call : CallLog.take()) {
      seen.add(call.method());
      say("call", call.method() + " " + call.number() + " " + call.nanos() + " " + current);
    }
  }

  private synchronized void say(String word, String text) {
    String line = text.replaceAll("\\s+", " ");
    boolean cut = !word.equals("call") && line.length() > MOST_WORDS;
    out.println(word + " " + (cut ? line.substring(0, MOST_WORDS) : line));
  }
}
