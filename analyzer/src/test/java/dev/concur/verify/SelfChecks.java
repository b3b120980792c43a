package dev.concur.verify;

import dev.concur.advise.Experiment;
import dev.concur.advise.Measurement;
import dev.concur.advise.Verdict;
import dev.concur.model.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Verification put to the test on this machine: effects that are known, a GIL and its shards, and
 * the same code against itself, many times. It runs in slices and adds a line to a file for each
 * verdict; the next slice goes on where the last one stopped.
 */
public final class SelfChecks {

  /** Each null comparison ends here, so that 200 of them end within two hours. */
  private static final Duration NULL_CAP = Duration.ofSeconds(35);

  private static final Duration CAP = Duration.ofSeconds(75);
  private static final int REPEATS = 20;
  private static final int NULLS = 200;

  private final Path folder;
  private final int cores = Runtime.getRuntime().availableProcessors();

  private SelfChecks(Path folder) {
    this.folder = folder;
  }

  /** One thing to measure again and again. */
  private record Check(String name, int times, String expected, Playing playing) {}

  private interface Playing {
    Verdict play(VerifyRequest request) throws IOException;
  }

  /** Arguments: folder for results, minutes of this slice, then names of checks (none: all). */
  public static void main(String[] arguments) throws IOException {
    SelfChecks checks = new SelfChecks(Path.of(arguments[0]));
    List<String> names = List.of(arguments).subList(2, arguments.length);
    checks.slice(Budget.of(Duration.ofMinutes(Long.parseLong(arguments[1]))), names);
    checks.table();
  }

  /** How often it was played, those times too in which the machine was busy. */
  private int played(Check check) throws IOException {
    return Files.exists(results())
        ? (int)
            Files.readAllLines(results()).stream()
                .filter(line -> line.startsWith(check.name + "\t"))
                .count()
        : 0;
  }

  /** In turn, so that every slice brings something of everything. */
  private void slice(Budget budget, List<String> names) throws IOException {
    List<Check> all =
        checks().stream().filter(each -> names.isEmpty() || names.contains(each.name)).toList();
    boolean more = true;
    while (more) {
      more = false;
      for (Check check : all) {
        int done = (int) lines().stream().filter(line -> line[0].equals(check.name)).count();
        if (done < check.times && budget.allows(CAP)) {
          play(check, played(check) + 1);
          more = true;
        }
      }
    }
  }

  private List<Check> checks() {
    List<Check> all = new ArrayList<>();
    all.add(ratio("2x", 2, 2, "confirmed"));
    all.add(ratio("1.2x", 1.2, 1.2, "confirmed"));
    all.add(ratio("no difference", 1, 1, "confirmed"));
    all.add(ratio(".7x", .7, .7, "confirmed"));
    all.add(ratio("2x promised, nothing there", 2, 1, "refuted"));
    all.add(known("threads under a GIL", Known.threadsUnderGil(cores), "refuted"));
    all.add(known("shards of a GIL", Known.shardsInsteadOfGil(cores), "confirmed"));
    all.add(known("two cores", Known.computingOnCores(Kind.MATHS, cores), "confirmed"));
    all.add(known("waits on threads", Known.waitingOnThreads(), "confirmed"));
    all.add(known("waiting moved out", Known.waitingMovedOut(), "confirmed"));
    for (Kind kind : List.of(Kind.MATHS, Kind.SORT, Kind.TEXT, Kind.CRYPTO)) {
      all.add(
          new Check(
              "null, " + kind.word(),
              NULLS / 4,
              "refuted",
              request -> KnownRatio.judge(request, kind, 1.2, 1, Budget.of(NULL_CAP))));
    }
    return all;
  }

  private static Check ratio(String name, double predicted, double actual, String expected) {
    return new Check(
        name,
        REPEATS,
        expected,
        request -> KnownRatio.judge(request, Kind.MATHS, predicted, actual, Budget.of(CAP)));
  }

  private static Check known(String name, Experiment experiment, String expected) {
    return new Check(
        name,
        REPEATS,
        expected,
        request -> new Verifier(request).verify(experiment, Budget.of(CAP)));
  }

  private void play(Check check, int time) throws IOException {
    Path output = folder.resolve(check.name.replaceAll("\\W+", "-") + "-" + time);
    long start = System.nanoTime();
    Verdict verdict = check.playing.play(VerifyRequest.into(output));
    double seconds = (System.nanoTime() - start) / 1e9;
    Optional<Measurement> figures = verdict.measured();
    String line =
        String.join(
            "\t",
            check.name,
            check.expected,
            verdict.word(),
            figures.map(m -> number(m.speedup())).orElse(""),
            figures.map(m -> number(m.low())).orElse(""),
            figures.map(m -> number(m.high())).orElse(""),
            figures.map(m -> String.valueOf(m.pairs())).orElse(""),
            number(seconds),
            figures.map(m -> number(m.load().orElse(-1))).orElse(""),
            verdict.reason());
    Files.createDirectories(folder);
    Files.write(results(), List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    System.out.println(line);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private Path results() {
    return folder.resolve("results.tsv");
  }

  /** What was measured so far; a machine that was busy then has measured nothing. */
  private List<String[]> lines() throws IOException {
    return Files.exists(results())
        ? Files.readAllLines(results()).stream()
            .map(line -> line.split("\t", -1))
            .filter(line -> !line[9].startsWith("machine busy"))
            .toList()
        : List.of();
  }

  /** An effect is false when the interval excludes none where there is none. */
  private void table() throws IOException {
    System.out.printf(
        "%-28s %5s %9s %5s %9s %6s %8s %8s %6s %6s%n",
        "check",
        "runs",
        "expected",
        "right",
        "undecided",
        "false",
        "median",
        "seconds",
        "most",
        "load");
    for (Check check : checks()) {
      List<String[]> mine = lines().stream().filter(line -> line[0].equals(check.name)).toList();
      if (!mine.isEmpty()) {
        row(check, mine);
      }
    }
  }

  private static void row(Check check, List<String[]> lines) {
    long right = lines.stream().filter(line -> line[2].equals(check.expected)).count();
    long undecided = lines.stream().filter(line -> line[2].equals("undecided")).count();
    long wrong =
        lines.stream()
            .filter(line -> !line[2].equals(check.expected))
            .filter(line -> List.of("confirmed", "refuted").contains(line[2]))
            .count();
    System.out.printf(
        Locale.ROOT,
        "%-28s %5d %9s %5d %9d %6d %8.2f %8.1f %6.1f %6.2f%n",
        check.name,
        lines.size(),
        check.expected,
        right,
        undecided,
        wrong,
        median(lines, 3),
        median(lines, 7),
        lines.stream().mapToDouble(line -> Double.parseDouble(line[7])).max().orElse(0),
        median(lines, 8));
  }

  private static double median(List<String[]> lines, int column) {
    double[] sorted =
        lines.stream()
            .map(line -> line[column])
            .filter(text -> !text.isEmpty())
            .mapToDouble(Double::parseDouble)
            .sorted()
            .toArray();
    return sorted.length == 0
        ? Double.NaN
        : Arrays.stream(sorted).skip(sorted.length / 2).findFirst().getAsDouble();
  }
}
