package dev.concur.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Options of the user's for the JVMs that measure. All arms get the same, and so do the JVMs that
 * try the code out and calibrate.
 *
 * @param maxHeap the largest heap as {@code -Xmx} takes it, such as 2g
 * @param arguments further options, such as {@code -XX:+UseG1GC}
 */
public record JvmOptions(Optional<String> maxHeap, List<String> arguments) {
  public JvmOptions {
    arguments = List.copyOf(arguments);
  }

  /** What is used when nobody says anything. */
  public static final JvmOptions USUAL = new JvmOptions(Optional.empty(), List.of());

  private static final Pattern SIZE = Pattern.compile("(\\d{1,7})([kKmMgG])");
  private static final long LEAST_HEAP = 16 << 20;
  private static final long USUAL_START = 256 << 20;

  // Tuning only. Whatever replaces the code that is measured, loads an agent, runs a command or
  // reads more options from a file could undo the jail, or measure something else.
  private static final Pattern TUNING =
      Pattern.compile(
          "-XX:[+-]\\w+"
              + "|-XX:(?!On|Flags|VMOptionsFile|.*(?:File|Path|Dir|Command)\\w*=)\\w+=[\\w.,+-]*"
              + "|-X(?:s|mn)\\w+|-Xint|-Xcomp|-Xbatch"
              + "|-D(?!java\\.|jdk\\.|sun\\.|jmh\\.|concur\\.)[\\w.-]+(?:=.*)?"
              + "|--(?:add-(?:opens|exports|modules|reads)|enable-native-access)=\\S+"
              + "|--enable-preview|-ea|-da|-enableassertions|-disableassertions");

  private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w*GC");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  /**
   * The same with this largest heap.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public JvmOptions withMaxHeap(String size) {
    if (bytes(size) < LEAST_HEAP) {
      throw new IllegalArgumentException(
          "'" + size + "' is no heap; write 16m or more, such as 2g");
    }
    return new JvmOptions(Optional.of(size), arguments);
  }

  /**
   * The same with these arguments, as they are typed in one line.
   *
   * @throws IllegalArgumentException naming the one that is not for tuning
   */
  public JvmOptions withArguments(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group().replaceAll("^[\"']|[\"']$", ""));
    }
    for (String word : words) {
      if (word.matches("-Xm[xs].*|-XX:MaxHeapSize=.*")) {
        throw new IllegalArgumentException("'" + word + "': the heap has a setting of its own");
      }
      if (!TUNING.matcher(word).matches()) {
        throw new IllegalArgumentException(
            "'"
                + word
                + "' is no option for tuning a JVM; agents, class paths, files and commands are not"
                + " taken");
      }
    }
    return new JvmOptions(maxHeap, words);
  }

  /** First and largest size of the heap, and how it is collected. */
  List<String> heap() {
    List<String> heap = new ArrayList<>();
    long most = maxHeap.map(JvmOptions::bytes).orElse(Long.MAX_VALUE);
    if (arguments.stream().noneMatch(each -> each.startsWith("-XX:InitialHeapSize="))) {
      heap.add("-Xms" + (Math.min(USUAL_START, most) >> 20) + "m");
    }
    heap.add(largest());
    if (arguments.stream().noneMatch(each -> COLLECTOR.matcher(each).matches())) {
      heap.add("-XX:+UseParallelGC");
    }
    return heap;
  }

  /** The largest heap, as an option. */
  String largest() {
    return "-Xmx" + maxHeap.orElse("512m");
  }

  private static long bytes(String size) {
    Matcher matcher = SIZE.matcher(size);
    if (!matcher.matches()) {
      return 0;
    }
    return Long.parseLong(matcher.group(1))
        << switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
          case "k" -> 10;
          case "m" -> 20;
          default -> 30;
        };
  }
}
