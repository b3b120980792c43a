package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.advise.Measurement.ArmResult;
import dev.concur.advise.Model;
import dev.concur.advise.Remedy;
import dev.concur.advise.Verdict;
import dev.concur.model.Bound;
import dev.concur.model.Confidence;
import dev.concur.model.GilLike;
import dev.concur.model.LockUse;
import dev.concur.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What every format counts, counted once.
 *
 * @param bounds methods by label, every bound present
 * @param severities findings by severity without suppressed ones, the loudest first, every severity
 *     present
 * @param suppressed how many findings are suppressed
 * @param verdicts verdicts by word, over all remedies; only those that occur
 * @param ordered all findings by expected gain, suppressed ones last
 * @param gilLike locks that behave like a GIL, the largest held share first
 */
record Summary(
    Map<Bound, Integer> bounds,
    Map<Severity, Integer> severities,
    int suppressed,
    Map<String, Integer> verdicts,
    List<Advice> ordered,
    List<LockUse> gilLike) {

  private static final Comparator<Advice> BY_GAIN =
      Comparator.comparing((Advice advice) -> advice.finding().suppressed().isPresent())
          .thenComparing(Comparator.comparingDouble(Summary::rank).reversed())
          .thenComparing(advice -> advice.finding().severity(), Comparator.reverseOrder())
          .thenComparing(advice -> advice.finding().at())
          .thenComparing(advice -> advice.finding().id());

  static Summary of(Report report) {
    List<Advice> ordered = report.advice().stream().sorted(BY_GAIN).toList();
    return new Summary(
        boundsOf(report),
        severitiesOf(ordered),
        (int) ordered.stream().filter(Summary::isSuppressed).count(),
        verdictsOf(ordered),
        ordered,
        report.locks().stream()
            .filter(use -> use.gilLike() != GilLike.NO)
            .sorted(
                Comparator.comparingDouble((LockUse use) -> -use.heldShare().middle())
                    .thenComparing(use -> use.lock().id()))
            .toList());
  }

  private static Map<Bound, Integer> boundsOf(Report report) {
    Map<Bound, Integer> bounds = new EnumMap<>(Bound.class);
    for (Bound bound : Bound.values()) {
      bounds.put(bound, 0);
    }
    report.methods().forEach(label -> bounds.merge(label.bound(), 1, Integer::sum));
    return bounds;
  }

  private static Map<Severity, Integer> severitiesOf(List<Advice> all) {
    Map<Severity, Integer> severities = new TreeMap<>(Comparator.reverseOrder());
    for (Severity severity : Severity.values()) {
      severities.put(severity, 0);
    }
    all.stream()
        .filter(advice -> !isSuppressed(advice))
        .forEach(advice -> severities.merge(advice.finding().severity(), 1, Integer::sum));
    return severities;
  }

  private static Map<String, Integer> verdictsOf(List<Advice> all) {
    Map<String, Integer> verdicts = new TreeMap<>();
    all.stream()
        .flatMap(advice -> advice.remedies().stream())
        .flatMap(remedy -> remedy.verdict().stream())
        .forEach(verdict -> verdicts.merge(verdict.word(), 1, Integer::sum));
    return verdicts;
  }

  /** How many of each severity count, in words, and how many of them no baseline has. */
  String counts(WriterContext context) {
    List<String> words = new ArrayList<>();
    severities.forEach((severity, n) -> words.add(Words.count(n, severity.word())));
    if (suppressed > 0) {
      words.add(suppressed + " suppressed");
    }
    return String.join(", ", words) + newsInWords(context);
  }

  /** {@code ; 2 are new}, or nothing without a baseline. */
  String newsInWords(WriterContext context) {
    if (context.known().isEmpty() || counting().isEmpty()) {
      return "";
    }
    int news = news(context).size();
    return switch (news) {
      case 0 -> "; none is new";
      case 1 -> "; 1 is new";
      default -> "; " + Words.count(news) + " are new";
    };
  }

  /** Expected gain, 0..100; 0 when it is not a number. */
  static double rank(Advice advice) {
    return Double.isNaN(advice.rank()) ? 0 : Math.max(0, Math.min(100, advice.rank()));
  }

  static boolean isSuppressed(Advice advice) {
    return advice.finding().suppressed().isPresent();
  }

  /** How many findings of that severity count. */
  int count(Severity severity) {
    return severities.getOrDefault(severity, 0);
  }

  /** Those of them that no baseline has. */
  List<Advice> news(WriterContext context) {
    return counting().stream().filter(context::isNew).toList();
  }

  /** Findings that count, by expected gain. */
  List<Advice> counting() {
    return ordered.stream().filter(advice -> !isSuppressed(advice)).toList();
  }

  /**
   * What to do first: the advice of highest rank that still recommends doing something; what
   * measuring confirmed goes before what it did not, and a mere guess is not worth doing first.
   */
  Optional<Advice> first() {
    return firstAmong(counting());
  }

  /** The same among some of them. */
  static Optional<Advice> firstAmong(List<Advice> counting) {
    List<Advice> all = counting.stream().filter(Summary::asksForAction).toList();
    return all.stream()
        .filter(Summary::confirmed)
        .findFirst()
        .or(() -> all.stream().filter(advice -> !guess(advice)).findFirst());
  }

  /** Why there is nothing to do first, in a sentence. */
  String nothingFirst() {
    return counting().stream().anyMatch(Summary::asksForAction)
        ? "nothing yet: what was found rests on guesses about sizes; measure before you change it"
        : "nothing: no finding asks for a change";
  }

  private static boolean confirmed(Advice advice) {
    return verdict(advice).filter(Verdict.Confirmed.class::isInstance).isPresent();
  }

  /** A note that nobody is sure of, and that promises a gain at most. */
  private static boolean guess(Advice advice) {
    return advice.finding().severity() == Severity.NOTE
        && advice.finding().confidence() == Confidence.LOW;
  }

  /** Such a note that nobody has measured. */
  static boolean unmeasuredGuess(Advice advice) {
    return guess(advice) && verdict(advice).isEmpty();
  }

  static boolean asksForAction(Advice advice) {
    return recommended(advice).filter(remedy -> remedy.model() != Model.SEQUENTIAL).isPresent();
  }

  /** Whether there is something to measure that was not measured. */
  static boolean measurable(Advice advice) {
    return advice.experiment().isPresent() && verdict(advice).isEmpty();
  }

  /** The remedy that stands; empty when measuring refuted it. */
  static Optional<Remedy> recommended(Advice advice) {
    return advice.remedies().stream()
        .filter(remedy -> remedy.status() == Remedy.Status.RECOMMENDED)
        .findFirst();
  }

  /**
   * The remedy that a reader is told about in one line: the one that stands, or else the one that
   * was withdrawn.
   */
  static Optional<Remedy> proposed(Advice advice) {
    return recommended(advice)
        .or(
            () ->
                advice.remedies().stream()
                    .filter(remedy -> remedy.status() == Remedy.Status.WITHDRAWN)
                    .findFirst());
  }

  /** What measuring said of this advice, wherever the measured remedy ended up. */
  static Optional<Verdict> verdict(Advice advice) {
    return advice.remedies().stream().flatMap(remedy -> remedy.verdict().stream()).findFirst();
  }

  /** Arms whose figures can be drawn. */
  static List<ArmResult> withInterval(List<ArmResult> arms) {
    return arms.stream()
        .filter(
            arm ->
                Double.isFinite(arm.opsPerSecond())
                    && Double.isFinite(arm.low())
                    && Double.isFinite(arm.high()))
        .toList();
  }
}
