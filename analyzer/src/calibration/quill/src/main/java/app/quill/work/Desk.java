package app.quill.work;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.function.Predicate;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.PumpStreamHandler;
import org.apache.commons.io.IOUtils;

/** People and tools at the editor's desk. */
public class Desk {

  private final Scanner answers;

  public Desk(InputStream in) {
    this.answers = new Scanner(in, StandardCharsets.UTF_8);
  }

  public static Desk atTerminal() {
    return new Desk(System.in);
  }

  public String answer(String question) {
    return answers.hasNextLine() ? answers.nextLine().strip() : "";
  }

  public static List<String> commands(int count) {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    return in.lines().limit(count).map(String::toLowerCase).toList();
  }

  public static Optional<String> firstLike(Predicate<String> wanted) throws IOException {
    var lines = IOUtils.lineIterator(System.in, StandardCharsets.UTF_8);
    while (lines.hasNext()) {
      String line = lines.next();
      if (wanted.test(line)) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  public static int tool(String line) throws IOException {
    DefaultExecutor executor = DefaultExecutor.builder().get();
    executor.setStreamHandler(new PumpStreamHandler(null, null));
    return executor.execute(CommandLine.parse(line));
  }

  public static String hostName() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("uname", "-n").redirectErrorStream(true).start();
    try (InputStream out = process.getInputStream()) {
      return IOUtils.toString(out, StandardCharsets.UTF_8).strip();
    } finally {
      process.waitFor();
    }
  }

  public static boolean alive() {
    return ProcessHandle.current().isAlive();
  }

  /** Counts words with the tools of the system. */
  public static int words(String text) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("wc", "-w").start();
    process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    int count = new Scanner(process.getInputStream()).nextInt();
    process.waitFor();
    return count;
  }
}
