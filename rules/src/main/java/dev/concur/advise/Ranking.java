package dev.concur.advise;

import dev.concur.model.Loop;
import dev.concur.model.Severity;
import dev.concur.rule.Finding;
import dev.concur.rule.Subject;
import java.util.Comparator;

/**
 * What to do first: 100 x expected gain x confidence / effort, so 100 is a certain, endless gain
 * for one line.
 *
 * <ul>
 *   <li>expected gain = the share of time that is saved, 1 - 1/speedup, taken at the low, the best
 *       and the high prediction, the best counting twice; for a fix .95, .5 or .15 by severity
 *   <li>confidence = 1, .7 or .4, of a note that nobody is sure of .1, and 1 after a confirmed
 *       measurement
 *   <li>a loop that takes 1 ms in all counts half of one that takes .1 s or more
 *   <li>effort = 1 for a line, 1.2 for a few, 1.4 for a class, 1.6 and 1.8 for another architecture
 *   <li>a warning counts .8 and a note .5 of an error, since their harm is less sure
 * </ul>
 */
final class Ranking {

  private static final double A_FEW_LINES = 1.2;

  private static final double A_CLASS = 1.4;

  static final Comparator<Advice> FIRST_THING_FIRST =
      Comparator.comparingDouble(Advice::rank)
          .reversed()
          .thenComparing(advice -> advice.finding().at())
          .thenComparing(advice -> advice.finding().id());

  private Ranking() {}

  static double of(Finding finding, Remedy remedy, Prediction prediction) {
    double gain =
        (gain(prediction.low()) + 2 * gain(prediction.speedup()) + gain(prediction.high())) / 4;
    return rank(gain * stake(finding.subject()), finding, sureness(finding), burden(remedy));
  }

  /**
   * What a loop takes in all, as a share of what is worth any effort: half of it for a millisecond,
   * all of it from .1 s on. Between the least and the best guess of a round, since sizes are
   * guessed; what goes on for as long as the program runs has no end to be near.
   */
  private static double stake(Subject subject) {
    if (!(subject instanceof Subject.OfLoop of) || !of.loop().counted()) {
      return 1;
    }
    Loop loop = of.loop();
    double least = loop.body().total().low();
    double likely = loop.body().total().middle();
    double whole = Math.sqrt(least * likely) * loop.trips().middle();
    return Math.max(0.5, Math.min(1, 0.5 + Math.log10(whole / 1e6) / 4));
  }

  /** A fix brings no speed, so its severity says what it is worth. */
  static double ofFix(Finding finding) {
    double gain =
        switch (finding.severity()) {
          case ERROR -> 0.95;
          case WARNING -> 0.5;
          case NOTE -> 0.15;
        };
    return rank(gain, finding, sureness(finding), A_FEW_LINES);
  }

  /** What was confirmed is certain, and worth what was measured. */
  static double confirmed(Finding finding, Remedy remedy, double measured) {
    return rank(gain(measured), finding, 1, burden(remedy));
  }

  private static double rank(double gain, Finding finding, double sureness, double burden) {
    double rank = 100 * gain * sureness * harm(finding.severity()) / burden;
    return Math.round(10 * Math.min(100, rank)) / 10.0;
  }

  private static double gain(double speedup) {
    return speedup <= 1 ? 0 : 1 - 1 / speedup;
  }

  /** A note promises a gain and no more, so a guessed one goes behind all that is seen. */
  private static double sureness(Finding finding) {
    return switch (finding.confidence()) {
      case HIGH -> 1;
      case MEDIUM -> 0.7;
      case LOW -> finding.severity() == Severity.NOTE ? 0.1 : 0.4;
    };
  }

  private static double harm(Severity severity) {
    return switch (severity) {
      case ERROR -> 1;
      case WARNING -> 0.8;
      case NOTE -> 0.5;
    };
  }

  private static double burden(Remedy remedy) {
    return Math.max(ofModel(remedy), remedy.lockChange().map(Ranking::burden).orElse(1.0));
  }

  private static double ofModel(Remedy remedy) {
    return switch (remedy.model()) {
      case SEQUENTIAL, THREADS, VIRTUAL_THREADS -> 1;
      case FIX -> A_FEW_LINES;
      case LOCK_CHANGE -> remedy.lockChange().isPresent() ? 1 : A_FEW_LINES;
      case ASYNC -> A_CLASS;
      case NATIVE -> 1.6;
      case PROCESSES -> 1.8;
    };
  }

  private static double burden(LockChange change) {
    return switch (change) {
      case ADDER, CONCURRENT_COLLECTION -> 1;
      case NARROW, MOVE_WAITING_OUT, SNAPSHOT, READ_WRITE, REMOVE -> A_FEW_LINES;
      case SPLIT, STRIPE, PER_INSTANCE, CONFINE, POOL -> A_CLASS;
    };
  }
}
