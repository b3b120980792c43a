package dev.concur.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The parent's hand on one worker JVM, which answers in lines. Closing it ends the JVM and all that
 * it started.
 */
final class WorkerProcess implements AutoCloseable {

  /** Those alive; ended with this JVM, however it ends. */
  private static final Set<Process> ALIVE = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> ALIVE.forEach(WorkerProcess::end), "concur-end-workers"));
  }

  private static final Set<String> ANSWERS = Set.of("ready", "window", "failed", "ok", "saw");

  /** Asks for a window under the flight recorder. */
  static final String WATCH = "watch";

  /** Changes sizes: see {@link Sizes}. */
  static final String SIZES = "sizes";

  private static final String END = "\0";
  private static final int MOST_ANSWER_CHARS = 4096;

  private final Process process;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

  private volatile String lastWords = "";

  private WorkerProcess(Process process) {
    this.process = process;
  }

  /** A worker that did not do as told: it failed, hung or died. Costs one verdict. */
  static final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    Failure(String reason) {
      super(reason);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  static WorkerProcess start(List<String> command) throws IOException {
    return start(command, Optional.empty());
  }

  /**
   * Starts one.
   *
   * @param home folder to start it in; that of this process when empty
   */
  static WorkerProcess start(List<String> command, Optional<Path> home) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(home.map(Path::toFile).orElse(null))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    ALIVE.add(process);
    WorkerProcess worker = new WorkerProcess(process);
    Thread reader = new Thread(worker::read, "concur-read-worker");
    reader.setDaemon(true);
    reader.start();
    return worker;
  }

  /** Waits until the worker can play. */
  void awaitReady(Duration patience) throws Failure {
    String answer = answer(patience, "did not start");
    if (!answer.equals("ready")) {
      throw new Failure(failureIn(answer));
    }
  }

  /** Plays one window. */
  Window play(Duration patience) throws Failure {
    go();
    return window(patience);
  }

  /** Lets it begin a window. */
  void go() throws Failure {
    tell("go");
  }

  /** Waits for the window that it has begun. */
  Window window(Duration patience) throws Failure {
    String answer = answer(patience, "did not finish a window");
    if (!answer.startsWith("window ")) {
      throw new Failure(failureIn(answer));
    }
    return Window.parse(answer.substring("window ".length()));
  }

  /** Plays one window under the flight recorder, and says what that saw. */
  Witness watch(Duration patience) throws Failure {
    String saw = ask(WATCH, patience);
    if (!saw.startsWith("saw ")) {
      throw new Failure(failureIn(saw));
    }
    answer(patience, "did not finish a window");
    return Witness.parse(saw.substring("saw ".length()));
  }

  /** Changes its sizes before the next window. */
  void resize(String sizes) throws Failure {
    tell(SIZES + " " + sizes);
  }

  /** Asks for a job of another kind; its answer as it stands. */
  String ask(String job, Duration patience) throws Failure {
    tell(job);
    String answer = answer(patience, "did not answer");
    if (answer.equals(END)) {
      throw new Failure(failureIn(answer));
    }
    return answer;
  }

  private void tell(String line) throws Failure {
    try {
      OutputStream out = process.getOutputStream();
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException gone) {
      throw new Failure("the worker JVM ended" + exitCode());
    }
  }

  @Override
  public void close() {
    end(process);
    ALIVE.remove(process);
  }

  private static void end(Process process) {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  private String answer(Duration patience, String what) throws Failure {
    try {
      String answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (answer == null) {
        throw new Failure("the worker JVM " + what + " within " + patience.toSeconds() + " s");
      }
      return answer;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted");
    }
  }

  private String failureIn(String answer) {
    if (answer.startsWith("failed ")) {
      return "the benchmark failed: " + answer.substring("failed ".length());
    }
    return answer.equals(END) ? "the worker JVM ended" + exitCode() : "unexpected: " + answer;
  }

  private String exitCode() {
    try {
      boolean ended = process.waitFor(2, TimeUnit.SECONDS);
      String code = ended ? " with exit code " + process.exitValue() : "";
      return lastWords.isEmpty() ? code : code + ", saying: " + lastWords;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /** The JVM itself may print a line of its own, such as why it ends. */
  private void accept(String line) {
    int space = line.indexOf(' ');
    if (ANSWERS.contains(space < 0 ? line : line.substring(0, space))) {
      answers.add(line);
    } else if (!line.isEmpty()) {
      lastWords = line;
    }
  }

  /** Reads answers; anything longer than an answer can be is not one, and ends the worker. */
  private void read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      StringBuilder line = new StringBuilder();
      int next;
      while ((next = in.read()) >= 0 && line.length() < MOST_ANSWER_CHARS) {
        if (next == '\n') {
          accept(line.toString().strip());
          line.setLength(0);
        } else {
          line.append((char) next);
        }
      }
    } catch (IOException closed) {
      // The same as the end.
    }
    process.destroyForcibly();
    answers.add(END);
  }
}
