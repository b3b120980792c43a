package dev.concur.advise;

import dev.concur.advise.Arm.LockState;
import dev.concur.advise.Arm.Role;
import dev.concur.model.Happening;
import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Region;
import dev.concur.rule.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One lock in one situation: what ways of changing it ask of it, and what they have in common. */
final class HeldLock {

  // 32 stripes keep two cores apart 98 % of the time (1 - 1/64).
  private static final int STRIPES_PER_CORE = 16;

  private static final Pattern MAP = Pattern.compile("java\\.util\\.(\\w*)Map");

  private final Situation situation;
  private final LockUse use;

  HeldLock(Situation situation, LockUse use) {
    this.situation = situation;
    this.use = use;
  }

  Situation situation() {
    return situation;
  }

  LockUse use() {
    return use;
  }

  /** Whether the lock is a connection, or stands for the one that its passes talk over. */
  boolean connection() {
    return use.lock().kind() == LockKind.SINGLE_CONNECTION
        || OneConnection.talkedOver(situation.happenings(), situation.program());
  }

  /** Whether what its passes wait for serves one at a time, whatever guards it. */
  boolean scarce() {
    return connection()
        || OneConnection.onOneFile(situation.happenings(), situation.program())
        || OneConnection.talkedOverMeanwhile(situation.happenings(), situation.program());
  }

  /** Why nobody but one can wait for it. */
  String scarceWords() {
    return OneConnection.onOneFile(situation.happenings(), situation.program())
        ? "the one file behind it takes one caller at a time"
        : "the one connection that is waited for serves one caller at a time";
  }

  /** Whether its passes look up or keep something in a map. */
  boolean keyed() {
    return use.hot().stream()
        .map(region -> region.at().methodRef())
        .distinct()
        .flatMap(method -> situation.program().calls(method).stream())
        .map(call -> call.callee().owner())
        .anyMatch(owner -> MAP.matcher(owner).matches());
  }

  /** Whether a region is in the method that the finding is about. */
  boolean meant(Region region) {
    return region.at().methodRef().equals(situation.finding().at().methodRef());
  }

  /** The share of the computing, at the place that the finding is about, that needs no lock. */
  double apart() {
    return use.regions().stream().filter(this::meant).mapToDouble(Region::apart).max().orElse(0);
  }

  /** Why there must be one of what it guards; empty when each worker may have its own. */
  Optional<String> commonBecause() {
    if (keyed()) {
      return Optional.of("what is kept by key in a map must be found again by all");
    }
    return accumulated()
        .map(
            field ->
                "what one caller leaves in "
                    + Fields.names(List.of(field))
                    + " is what others look for");
  }

  /**
   * What the place that the finding is about adds to or sets, and another method reads in order to
   * hand it out: there is one so that all find it.
   */
  private Optional<String> accumulated() {
    Set<String> added =
        use.regions().stream()
            .filter(this::meant)
            .flatMap(region -> region.writes().stream())
            .filter(field -> field.endsWith("[]"))
            .map(field -> field.substring(0, field.length() - 2))
            .collect(Collectors.toSet());
    added.addAll(leftChanged());
    return use.regions().stream()
        .filter(region -> !meant(region) && !region.at().descriptor().endsWith(")V"))
        .filter(region -> region.writes().isEmpty())
        .flatMap(region -> region.reads().stream())
        .filter(added::contains)
        .findFirst();
  }

  /** Fields, other than mere sums and contents, that each pass at the place leaves changed. */
  private Set<String> leftChanged() {
    return use.regions().stream()
        .filter(this::meant)
        .flatMap(
            region ->
                region.writes().stream()
                    .filter(field -> !field.endsWith("[]"))
                    .filter(field -> !region.counts().contains(field)))
        .collect(Collectors.toSet());
  }

  /**
   * A field of the object itself, or of its class, that daily passes set to something else than a
   * sum: there is one of it, whatever the key, so that locks by key would not guard it.
   */
  Optional<String> oneForAllKeys() {
    String owner = use.lock().declared().className() + ".";
    return use.hot().stream()
        .flatMap(
            region -> region.writes().stream().filter(field -> !region.counts().contains(field)))
        .filter(field -> field.startsWith(owner) && !field.endsWith("[]"))
        .filter(field -> field.indexOf('.', owner.length()) < 0)
        .filter(field -> !renewedByKey(field))
        .sorted()
        .findFirst();
  }

  /** Whether it is an array of which a pass renews one element. */
  private boolean renewedByKey(String field) {
    return situation.happenings().stream()
        .anyMatch(
            each ->
                each instanceof Happening.Renews renews
                    && renews.keyed()
                    && renews.field().equals(field));
  }

  int stripes() {
    return STRIPES_PER_CORE * situation.machine().cores();
  }

  /** What must hold when the heavy part runs outside. */
  String narrowed() {
    List<String> reads = fields(Region::reads);
    return reads.isEmpty()
        ? "what runs outside touches only its own arguments and locals"
        : "what runs outside does not change "
            + Fields.names(reads)
            + ", and takes it along under the lock";
  }

  /** The same, refused when the lock is declared in code that is not ours. */
  Candidate ours(Candidate candidate) {
    if (candidate.refused() || use.lock().ours()) {
      return candidate;
    }
    return candidate.refusedBecause(
        "the lock is declared in foreign code (" + use.lock().declared().className() + ")");
  }

  /** Fields that the hot regions touch in one way. */
  List<String> fields(Function<Region, Set<String>> touched) {
    return use.hot().stream().map(touched).flatMap(Set::stream).distinct().sorted().toList();
  }

  /** What is written under it, put into a phrase; nothing when that is nothing. */
  String guards(String phrase) {
    return use.guards().isEmpty()
        ? ""
        : Words.format(phrase, Fields.names(List.copyOf(use.guards())));
  }

  Arm threads(String id, LockState lock, int stripes) {
    return sized(id, lock, stripes, 0);
  }

  Arm sized(String id, LockState lock, int stripes, int permits) {
    int threads = situation.baseline().parameters().poolSize();
    return new Arm(
        id,
        Role.ALTERNATIVE,
        Model.THREADS,
        lock,
        new Parameters(threads, 0, 0, 0, stripes, permits));
  }
}
