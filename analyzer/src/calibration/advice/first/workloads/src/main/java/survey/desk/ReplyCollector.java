package survey.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Interviews the person at the terminal. */
public final class ReplyCollector {
  private final BufferedReader terminal;
  private final PrintWriter screen;

  public ReplyCollector(InputStream terminal, OutputStream screen) {
    this.terminal = new BufferedReader(new InputStreamReader(terminal, StandardCharsets.UTF_8));
    this.screen = new PrintWriter(screen, false, StandardCharsets.UTF_8);
  }

  public static void main(String[] args) throws IOException {
    ReplyCollector collector = new ReplyCollector(System.in, System.out);
    System.out.println(collector.interview(List.of("name", "city", "age", "profession")));
  }

  /** Puts each question and waits for the reply to it. */
  public Map<String, String> interview(List<String> questions) throws IOException {
    Map<String, String> replies = new LinkedHashMap<>();
    for (String question : questions) {
      String reply = ask(question);
      if (reply == null) {
        break;
      }
      replies.put(question, reply);
    }
    return replies;
  }

  public String ask(String question) throws IOException {
    screen.println(question + "?");
    screen.flush();
    String line = terminal.readLine();
    return line == null ? null : line.strip().toLowerCase(Locale.ROOT);
  }
}
