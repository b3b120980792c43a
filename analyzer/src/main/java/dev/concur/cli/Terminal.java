package dev.concur.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a command speaks to.
 *
 * @param out standard output, for results
 * @param err standard error, for everything else
 * @param charset how characters become bytes there
 * @param interactive whether a person watches, so that progress may be shown
 * @param colour whether colours are welcome
 * @param width columns
 */
record Terminal(
    OutputStream out,
    OutputStream err,
    Charset charset,
    boolean interactive,
    boolean colour,
    int width) {

  /** In the words of Linux and macOS, then of Windows. */
  private static final Pattern READER_GONE =
      Pattern.compile("(?i)broken pipe|pipe is being closed|pipe has been ended");

  private static final int USUAL_WIDTH = 80;
  private static final int WIDEST = 160;

  /** The streams of this JVM, and what the environment says of them. */
  static Terminal ofThisProcess() {
    return of(
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        isTerminal(),
        System.getenv());
  }

  /** Streams, and what the environment says of them. */
  static Terminal of(
      OutputStream out, OutputStream err, boolean terminal, Map<String, String> environment) {
    boolean dumb = "dumb".equals(environment.get("TERM"));
    boolean watched = terminal && !dumb && !saysYes(environment.get("CI"));
    boolean colour = terminal && !dumb && environment.getOrDefault("NO_COLOR", "").isEmpty();
    Charset charset = terminal ? terminalCharset() : StandardCharsets.UTF_8;
    return new Terminal(out, err, charset, watched, colour, width(environment));
  }

  private static boolean saysYes(@Nullable String value) {
    return value != null && !value.isEmpty() && !value.equals("false") && !value.equals("0");
  }

  private static int width(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("\\d{1,4}") ? Math.min(WIDEST, Integer.parseInt(columns)) : USUAL_WIDTH;
  }

  private static Charset terminalCharset() {
    String name =
        System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", ""));
    try {
      return name.isEmpty() ? Charset.defaultCharset() : Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  /** Since JDK 22 there is a console even when nobody is at it, and a method that says so. */
  @SuppressWarnings("SystemConsoleNull") // That is what isTerminal() is for.
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException before22) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }

  /** Whether writing failed since whoever read had seen enough, as {@code head} does. */
  static boolean isReaderGone(IOException e) {
    return READER_GONE.matcher(String.valueOf(e.getMessage())).find();
  }

  PrintWriter outWriter() {
    return new PrintWriter(new OutputStreamWriter(out, charset), true);
  }

  PrintWriter errWriter() {
    return new PrintWriter(new OutputStreamWriter(err, charset), true);
  }
}
