package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.model.Label;
import dev.concur.model.LockUse;
import dev.concur.model.Machine;
import dev.concur.model.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that a scan found, from which every format is written.
 *
 * @param toolVersion version of concur
 * @param machine the machine that the advice is for
 * @param jdk version of the JVM that analysed
 * @param benchmarkJdk version of the JVM that verified; empty when nothing was verified
 * @param os name of the operating system
 * @param target what the advice is for
 * @param roots what was scanned, as the user named it
 * @param classes how many classes were read from the roots
 * @param methods labels of the methods of the roots; not copied, since they may be made when they
 *     are asked for
 * @param locks locks taken in the roots
 * @param advice findings with their remedies, first thing to do first
 * @param problems what could not be read or resolved
 * @param predictionError predicted against measured, over this run; empty when nothing was verified
 * @param spending what the time for measuring went on; empty when nothing was verified
 */
public record Report(
    String toolVersion,
    Machine machine,
    String jdk,
    Optional<String> benchmarkJdk,
    String os,
    Target target,
    List<String> roots,
    int classes,
    List<Label> methods,
    List<LockUse> locks,
    List<Advice> advice,
    List<Problem> problems,
    Optional<PredictionError> predictionError,
    Optional<Spending> spending) {
  public Report {
    roots = List.copyOf(roots);
    methods = Collections.unmodifiableList(methods);
    locks = List.copyOf(locks);
    advice = List.copyOf(advice);
    problems = List.copyOf(problems);
  }

  /** The same, with one more problem. */
  public Report with(Problem problem) {
    List<Problem> more = new ArrayList<>(problems);
    more.add(problem);
    return of(advice, more);
  }

  /** The same with further findings, each once. */
  public Report withFindingsOf(List<Report> others) {
    Map<String, Advice> all = new LinkedHashMap<>();
    Stream.concat(Stream.of(this), others.stream())
        .flatMap(each -> each.advice.stream())
        .forEach(each -> all.putIfAbsent(each.finding().id(), each));
    return of(List.copyOf(all.values()), problems);
  }

  private Report of(List<Advice> otherAdvice, List<Problem> otherProblems) {
    return new Report(
        toolVersion,
        machine,
        jdk,
        benchmarkJdk,
        os,
        target,
        roots,
        classes,
        methods,
        locks,
        otherAdvice,
        otherProblems,
        predictionError,
        spending);
  }

  /** What could not be read or resolved: where, why, and what to try. */
  public record Problem(String where, String message) {}

  /**
   * The tool's own error over one run.
   *
   * @param n verified advices
   * @param medianLogRatio median of ln(measured / predicted for the batch that ran)
   * @param within20 share whose measured speedup is within 20 % of that prediction, 0..1
   */
  public record PredictionError(int n, double medianLogRatio, double within20) {}

  /**
   * What the time for measuring went on.
   *
   * @param seconds wall time of all of it, s
   * @param parts s by what it went on, longest first
   * @param open experiments that more time could decide
   * @param all what all would take, about, s; empty when nobody can say or all are decided
   */
  public record Spending(
      double seconds, Map<String, Double> parts, int open, Optional<Double> all) {
    public Spending {
      parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }
  }
}
