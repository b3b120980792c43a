package dev.concur.rules.compute;

import dev.concur.model.Confidence;
import dev.concur.model.Cost;
import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.Loop;
import dev.concur.model.Path;
import dev.concur.model.Program;
import dev.concur.model.Runner;
import dev.concur.model.Severity;
import dev.concur.model.Spot;
import dev.concur.rule.CachedFiles;
import dev.concur.rule.Facets;
import dev.concur.rule.LoopRule;
import dev.concur.rule.OwnObjects;
import dev.concur.rule.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A heavy computing loop whose rounds are independent, on one core. */
public final class ParallelisableCpuLoop implements LoopRule {

  // A hundred times what starting a parallel stream costs; see the page, "Threshold".
  private static final double WORTH_NANOS = 1_000_000;

  // A loop whose rounds are counted needs no such margin; see the page, "Threshold".
  private static final double WORTH_COUNTED_NANOS = 500_000;

  // Computing of no known kind is a guess about the sizes of collections; see the page,
  // "Threshold".
  private static final double WORTH_GUESSED_NANOS = 10_000_000;

  // Both how many rounds there are and what each of them costs are guesses; see the page,
  // "Threshold".
  private static final double WORTH_DOUBTFUL_NANOS = 5_000_000;

  // Nobody computes these by the way.
  private static final Set<Kind> PURPOSES =
      EnumSet.of(Kind.MATHS, Kind.CRYPTO, Kind.COMPRESSION, Kind.IMAGE);

  // Worth handing over one by one, however small the data; see the
  // page, "Threshold".
  private static final double SURE_ROUND_NANOS = 20_000;

  // So many there are of nearly anything; see the page, "Threshold".
  private static final double HANDFUL = 10;

  // A file is opened, read and closed; asking for one that is there or gone takes less. See the
  // page, "Threshold".
  private static final double READS_NANOS = 100_000;

  // Waiting needs another remedy than cores.
  private static final double MOSTLY_COMPUTING = 0.1;

  // What an API is measured to cost varies threefold to either side, which is no guess about
  // sizes; see the page, "Threshold".
  private static final double NARROW = 4;

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(Loop loop, Program program, Facets facets) {
    if (!heavy(loop, program) || insideAnother(loop, program)) {
      return;
    }
    facets
        .at(loop.at())
        .saying(
            "%.0f%s independent rounds of %s compute on one core%s",
            loop.trips().middle(),
            exactly(loop) ? "" : " (a guess)",
            Words.time(round(loop).cpu().middle()),
            OwnObjects.but(loop))
        .confidence(sureness(loop))
        .because(evidence(loop));
  }

  private static boolean heavy(Loop loop, Program program) {
    if (loop.recursion()
        || loop.parallel()
        || !loop.independent()
        || !loop.counted()
        || loop.trips().middle() < 2
        || loop.path() != Path.HOT) {
      return false;
    }
    if (program.runners(loop.at().methodRef()).equals(Set.of(Runner.COMMON_POOL))) {
      return false; // it is a part of something that is shared out over the cores already
    }
    return round(loop).cpu().middle() * loop.trips().middle() >= worth(loop)
        && cautious(loop) >= cautiouslyWorth(loop)
        && (!doubtful(loop) || cautious(loop) >= WORTH_DOUBTFUL_NANOS)
        && CachedFiles.waitShare(loop) <= MOSTLY_COMPUTING;
  }

  /**
   * Whether it is what a round of another such loop mostly does: then its cores are busy with other
   * rounds, whose tasks are larger and are started once.
   */
  private static boolean insideAnother(Loop loop, Program program) {
    return program.loops().stream()
        .filter(outer -> !outer.at().methodRef().equals(loop.at().methodRef()))
        .filter(outer -> leadsTo(outer, loop))
        .anyMatch(outer -> heavy(outer, program));
  }

  private static boolean leadsTo(Loop outer, Loop inner) {
    return outer.all(Happening.Computes.class).stream()
        .findFirst()
        .filter(
            heaviest ->
                heaviest.chain().stream()
                    .skip(1)
                    .anyMatch(step -> step.methodRef().equals(inner.at().methodRef())))
        .isPresent();
  }

  /** One round; whole files that it reads from the page cache are counted as computing. */
  private static Cost round(Loop loop) {
    Cost copied = CachedFiles.round(loop);
    double reading = copied.cpu().middle() - loop.body().cpu().middle();
    return reading >= READS_NANOS ? copied : loop.body();
  }

  private static double worth(Loop loop) {
    if (exactly(loop) || bulk(loop)) {
      return WORTH_COUNTED_NANOS;
    }
    return ofKnownKind(loop) && !reads(loop) ? WORTH_NANOS : WORTH_GUESSED_NANOS;
  }

  private static double cautiouslyWorth(Loop loop) {
    return exactly(loop) || ofKnownKind(loop) || reads(loop) || bulk(loop)
        ? WORTH_COUNTED_NANOS
        : WORTH_GUESSED_NANOS;
  }

  /**
   * Computing of the whole loop, ns, between the least and the best guess of a round: two guesses
   * of size, of the list and of what a round looks at, are not multiplied at full.
   */
  private static double cautious(Loop loop) {
    double least = round(loop).cpu().low();
    double likely = round(loop).cpu().middle();
    return exactly(loop) || bulk(loop)
        ? likely * loop.trips().middle()
        : Math.sqrt(least * likely) * loop.trips().middle();
  }

  /**
   * Low when both the number of rounds and what each of them costs are guesses, or the cost is one
   * of how often something is repeated; and when it would not pay if a guessed number of rounds
   * were a handful, unless it is what nobody computes by the way.
   */
  private static Confidence sureness(Loop loop) {
    boolean pays = exactly(loop) || onPurpose(loop) || (seen(loop) && paysForHandful(loop));
    return pays && !guessedAlone(loop) ? Confidence.MEDIUM : Confidence.LOW;
  }

  private static boolean paysForHandful(Loop loop) {
    return HANDFUL * round(loop).cpu().low() >= WORTH_COUNTED_NANOS;
  }

  private static boolean guessedAlone(Loop loop) {
    boolean known = exactly(loop) && seen(loop);
    return !known && round(loop).cpu().low() < SURE_ROUND_NANOS;
  }

  private static boolean seen(Loop loop) {
    return !Words.guessed(round(loop).cpu());
  }

  /** Whether it is by guesses alone that what nobody computes for its own sake takes so long. */
  private static boolean doubtful(Loop loop) {
    return guessedAlone(loop) && !bulk(loop) && !onPurpose(loop);
  }

  private static boolean onPurpose(Loop loop) {
    return loop.all(Happening.Computes.class).stream()
        .findFirst()
        .filter(heaviest -> PURPOSES.contains(heaviest.kind()))
        .isPresent();
  }

  private static boolean exactly(Loop loop) {
    return loop.trips().low() == loop.trips().high();
  }

  /**
   * Whether only the number of rounds is a guess, and a good one: what a round costs is known, and
   * nobody keeps an object to use it again for a few.
   */
  private static boolean bulk(Loop loop) {
    return !loop.own().isEmpty()
        && !loop.addsUp()
        && loop.body().cpu().middle() <= NARROW * loop.body().cpu().low();
  }

  /** Whether what it does is mostly to read whole files from the page cache. */
  private static boolean reads(Loop loop) {
    double reading = round(loop).cpu().middle() - loop.body().cpu().middle();
    return reading >= READS_NANOS && reading > loop.body().cpu().middle();
  }

  private static boolean ofKnownKind(Loop loop) {
    return loop.all(Happening.Computes.class).stream()
        .findFirst()
        .filter(heaviest -> heaviest.kind() != Kind.OTHER)
        .isPresent();
  }

  private static List<Spot> evidence(Loop loop) {
    List<Spot> spots = new ArrayList<>();
    loop.all(Happening.Computes.class).stream()
        .findFirst()
        .ifPresent(computes -> spots.addAll(computes.chain()));
    spots.addAll(loop.own());
    spots.addAll(loop.cautions());
    return spots;
  }
}
