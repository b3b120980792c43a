package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.advise.Remedy;
import dev.concur.advise.Verdict;
import dev.concur.model.Bound;
import dev.concur.model.LockUse;
import dev.concur.model.Severity;
import dev.concur.rule.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The report for a terminal: a summary that fits a screen, the findings by expected gain, what to
 * do next.
 */
final class TextReport implements ReportWriter {

  // Two screens of findings; whoever wants more asks for all or opens the page.
  private static final int DETAILED = 5;
  private static final int BRIEF = 60;
  private static final int FEW = 3;
  private static final int PROBLEMS = 10;

  @Override
  public String format() {
    return "text";
  }

  @Override
  public void write(Report report, WriterContext context, Writer out) throws IOException {
    Page page = new Page(out, context.width(), context.colour());
    Summary summary = Summary.of(report);
    writeSummary(page, report, summary, context);
    writeFindings(page, report, summary, context);
    writeProblems(page, report, context);
    writeNext(page, report, summary, context);
  }

  private static void writeSummary(Page page, Report report, Summary summary, WriterContext context)
      throws IOException {
    page.text(page.ink(Ink.STRONG, "concur " + Words.plain(report.toolVersion()))).blank();
    page.row("Read", read(report, context)).row("For", target(report));
    if (!report.methods().isEmpty()) {
      page.row("Methods", bounds(summary));
    }
    writeLocks(page, report, summary);
    page.row("Findings", severities(page, summary) + summary.newsInWords(context));
    writeVerdicts(page, report, summary);
    if (!report.problems().isEmpty()) {
      page.row("Problems", Words.count(report.problems().size()) + ", listed at the end");
    }
    writeFirst(page.blank(), summary, context);
  }

  private static String read(Report report, WriterContext context) {
    if (report.classes() == 0) {
      return "nothing: no class was found in " + Words.few(context.rootsOf(report), FEW);
    }
    return Words.count(report.classes(), "class")
        + " and "
        + Words.count(report.methods().size(), "method")
        + " in "
        + Words.few(context.rootsOf(report), FEW);
  }

  private static String target(Report report) {
    String memory =
        report.machine().memoryBytes() > 0
            ? ", " + Words.bytes(report.machine().memoryBytes())
            : "";
    return "Java %d code running on Java %d, as %s; %s%s"
        .formatted(
            report.target().release(),
            report.target().runtime(),
            switch (report.target().mode()) {
              case APPLICATION -> "an application";
              case LIBRARY -> "a library";
              case MIXED -> "an application and a library";
            },
            Words.count(report.machine().cores(), "core"),
            memory);
  }

  private static String bounds(Summary summary) {
    List<String> words = new ArrayList<>();
    for (Map.Entry<Bound, Integer> bound : summary.bounds().entrySet()) {
      words.add(Words.count(bound.getValue()) + " " + bound.getKey().word());
    }
    return String.join(", ", words);
  }

  private static void writeLocks(Page page, Report report, Summary summary) throws IOException {
    int gils = summary.gilLike().size();
    String ending = gils == 0 ? ", none like a GIL" : ", of which like a GIL: " + gils;
    page.row("Locks", Words.count(report.locks().size()) + ending);
    for (LockUse use : summary.gilLike().subList(0, Math.min(FEW, gils))) {
      page.more(
          page.ink(Ink.STRONG, Words.plain(Words.withoutPackages(use.lock().words())))
              + ", "
              + Words.heldShortly(use));
    }
  }

  private static String severities(Page page, Summary summary) {
    if (summary.ordered().isEmpty()) {
      return page.ink(Ink.GREEN, "none");
    }
    List<String> words = new ArrayList<>();
    for (Map.Entry<Severity, Integer> severity : summary.severities().entrySet()) {
      String counted = Words.count(severity.getValue(), severity.getKey().word());
      words.add(severity.getValue() > 0 ? page.ink(Ink.of(severity.getKey()), counted) : counted);
    }
    if (summary.suppressed() > 0) {
      words.add(summary.suppressed() + " suppressed");
    }
    return String.join(", ", words);
  }

  private static void writeVerdicts(Page page, Report report, Summary summary) throws IOException {
    if (summary.verdicts().isEmpty()) {
      return;
    }
    List<String> words = new ArrayList<>();
    summary
        .verdicts()
        .forEach((word, n) -> words.add(n + " " + page.ink(Ink.ofVerdict(word), word)));
    String jdk = report.benchmarkJdk().map(version -> " (JDK " + version + ")").orElse("");
    page.row("Measured", String.join(", ", words) + jdk);
    int notRun = summary.verdicts().getOrDefault("not-run", 0);
    if (notRun >= summary.verdicts().getOrDefault("undecided", 0)) {
      writeWhy(page, report, "not run", Verdict.NotRun.class);
    } else {
      writeWhy(page, report, "undecided", Verdict.Undecided.class);
    }
    if (report.predictionError().filter(error -> error.n() > 0).isPresent()) {
      page.more(Words.predictionError(report.predictionError().get()));
    }
    if (report.spending().isPresent()) {
      page.more(Words.spending(report.spending().get()));
    }
  }

  /** The reason that most of these have in common, whatever its figures are. */
  private static void writeWhy(Page page, Report report, String what, Class<? extends Verdict> kind)
      throws IOException {
    Map<String, List<String>> reasons = new TreeMap<>();
    report.advice().stream()
        .flatMap(advice -> Summary.verdict(advice).stream())
        .filter(kind::isInstance)
        .map(Verdict::reason)
        .forEach(
            reason ->
                reasons
                    .computeIfAbsent(reason.replaceFirst("\\(.*", ""), none -> new ArrayList<>())
                    .add(reason));
    Optional<List<String>> most =
        reasons.values().stream().max(Comparator.comparingInt(List::size));
    if (most.isPresent()) {
      String often = reasons.size() == 1 ? "" : "mostly, ";
      page.more(what + ": " + often + Words.plain(Words.withoutPackages(most.get().get(0))));
    }
  }

  private static void writeFirst(Page page, Summary summary, WriterContext context)
      throws IOException {
    List<Advice> news = summary.news(context);
    if (news.isEmpty() && !summary.counting().isEmpty()) {
      page.row("Do first", "nothing: the baseline has all of them");
      return;
    }
    Optional<Advice> best = Summary.firstAmong(news);
    if (best.isEmpty()) {
      page.row("Do first", summary.nothingFirst());
      return;
    }
    Advice first = best.get();
    Remedy remedy = Summary.recommended(first).orElseThrow();
    page.row("Do first", page.ink(Ink.STRONG, Words.plain(Words.withoutPackages(remedy.change()))));
    page.whole(Words.plain(first.finding().at().asStackFrame()));
    Finding finding = first.finding();
    page.more(Words.plain(finding.rule() + TextBrief.doubt(finding) + Words.figures(remedy)));
  }

  private static void writeFindings(
      Page page, Report report, Summary summary, WriterContext context) throws IOException {
    List<Advice> counting = context.verbose() ? summary.counting() : summary.news(context);
    List<Advice> told =
        context.verbose()
            ? counting
            : counting.stream().filter(advice -> !Summary.unmeasuredGuess(advice)).toList();
    List<Advice> detailed = context.verbose() ? told : firstOfEachSort(told);
    if (!detailed.isEmpty()) {
      page.heading("Findings, by expected gain");
    }
    TextAdvice full = new TextAdvice(page, report);
    TextBrief brief = new TextBrief(page, report);
    for (int i = 0; i < detailed.size(); i++) {
      if (context.verbose()) {
        full.write(i + 1, detailed.get(i));
      } else {
        brief.write(i + 1, detailed.get(i));
      }
    }
    List<Advice> rest = told.stream().filter(advice -> !detailed.contains(advice)).toList();
    if (!rest.isEmpty()) {
      page.heading("And, in brief");
    }
    writeBriefly(page, brief, rest.stream().filter(advice -> !gathered(advice)).toList());
    writeGathered(brief, rest.stream().filter(TextReport::gathered).toList());
    writeGuesses(page, counting.size() - told.size(), context);
    writeKnown(page, summary.counting().size() - counting.size());
    writeSuppressed(page, summary, context);
  }

  /** The first few that say different things: the same said of another place is for the list. */
  private static List<Advice> firstOfEachSort(List<Advice> told) {
    Set<String> said = new HashSet<>();
    return told.stream()
        .filter(advice -> said.add(advice.finding().rule() + advice.finding().message()))
        .limit(DETAILED)
        .toList();
  }

  /** What nobody should act on before it is measured is counted, and not spelled out. */
  private static void writeGuesses(Page page, int guesses, WriterContext context)
      throws IOException {
    if (guesses > 0) {
      String them = guesses == 1 ? "guess" : "guesses";
      page.blank()
          .text(
              Words.count(guesses)
                  + " more "
                  + them
                  + " about sizes, nothing to act on before it is measured: "
                  + context.commands().all());
    }
  }

  private static void writeKnown(Page page, int known) throws IOException {
    if (known > 0) {
      page.blank().text("The baseline has " + Words.count(known, "finding") + ", not shown here.");
    }
  }

  /**
   * Whether one line a rule is enough: what is only noted, and what brings nothing that is known.
   */
  private static boolean gathered(Advice advice) {
    boolean plain =
        advice.finding().severity() == Severity.WARNING
            && Summary.proposed(advice).flatMap(Remedy::predicted).isEmpty();
    return plain || advice.finding().severity() == Severity.NOTE;
  }

  private static void writeBriefly(Page page, TextBrief brief, List<Advice> rest)
      throws IOException {
    for (Advice advice : rest.subList(0, Math.min(BRIEF, rest.size()))) {
      brief.line(advice, "");
    }
    if (rest.size() > BRIEF) {
      page.more(Words.count(rest.size() - BRIEF) + " more, all of them in the other formats");
    }
  }

  private static void writeGathered(TextBrief brief, List<Advice> many) throws IOException {
    Map<String, List<Advice>> byRule = new LinkedHashMap<>();
    for (Advice advice : many) {
      String kind = advice.finding().severity() + " " + advice.finding().rule();
      byRule.computeIfAbsent(kind, r -> new ArrayList<>()).add(advice);
    }
    for (List<Advice> same : byRule.values()) {
      int times = same.size();
      brief.line(
          same.get(0), times == 1 ? "" : ", " + Words.count(times, "time") + ", the first one");
    }
  }

  private static void writeSuppressed(Page page, Summary summary, WriterContext context)
      throws IOException {
    if (!context.verbose()) {
      return;
    }
    for (Advice advice : summary.ordered().stream().filter(Summary::isSuppressed).toList()) {
      Finding finding = advice.finding();
      Finding.Suppression by = finding.suppressed().orElseThrow();
      String why = by.justification().isEmpty() ? "" : ": " + by.justification();
      page.row("suppressed", Words.plain(finding.rule() + ", by " + by.by() + why));
      page.whole(Words.plain(finding.at().asStackFrame()));
    }
  }

  private static void writeProblems(Page page, Report report, WriterContext context)
      throws IOException {
    List<Report.Problem> problems = report.problems();
    if (problems.isEmpty()) {
      return;
    }
    page.heading("Problems");
    Map<String, List<Report.Problem>> alike = new LinkedHashMap<>();
    for (Report.Problem each : problems) {
      String kind = context.verbose() ? each.where() + each.message() : kind(each);
      alike.computeIfAbsent(kind, any -> new ArrayList<>()).add(each);
    }
    List<List<Report.Problem>> kinds = List.copyOf(alike.values());
    int shown = context.verbose() ? kinds.size() : Math.min(PROBLEMS, kinds.size());
    for (List<Report.Problem> same : kinds.subList(0, shown)) {
      Report.Problem problem = same.get(0);
      String more =
          same.size() == 1 ? "" : ", and " + Words.count(same.size() - 1) + " more like it";
      page.text(Words.plain(problem.where() + more + ": " + problem.message()));
    }
    int left = kinds.subList(shown, kinds.size()).stream().mapToInt(List::size).sum();
    if (left > 0) {
      page.text(Words.count(left) + " more, all of them in the other formats");
    }
  }

  /** What a problem has in common with others, the line and what is wrong there aside. */
  private static String kind(Report.Problem problem) {
    return problem.message().replaceAll("\\(line [^()]*(?:\\([^()]*\\)[^()]*)*\\)", "");
  }

  private static void writeNext(Page page, Report report, Summary summary, WriterContext context)
      throws IOException {
    if (summary.counting().isEmpty()) {
      return;
    }
    WriterContext.Commands commands = context.commands();
    page.heading("Next");
    if (summary.counting().stream().anyMatch(Summary::measurable)) {
      page.whole("measure", commands.verify());
    }
    if (!context.verbose()) {
      page.row("see all", commands.all() + ": whole chains, all alternatives, what was assumed");
    }
    Optional<Double> all = report.spending().flatMap(Report.Spending::all);
    if (all.isPresent()) {
      page.row("measure", commands.verifyFor(Words.minutes(all.get())));
      page.more("when nothing else runs");
    } else if (summary.verdicts().containsKey("undecided")) {
      page.row("measure", "the undecided again when the machine is quiet");
    }
    page.whole(
        "read", commands.explain().replace("RULE", summary.counting().get(0).finding().rule()));
    page.whole("look", commands.page());
  }
}
