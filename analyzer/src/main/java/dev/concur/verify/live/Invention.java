package dev.concur.verify.live;

import com.sun.management.OperatingSystemMXBean;
import dev.concur.model.MethodRef;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for made-up values with which a method does what it was expected to do: larger ones, fields
 * that are filled, objects that are brought into a state, other texts and numbers.
 */
final class Invention {

  private static final int[] SIZES = {8, 64, 512, 4096};

  /** For what takes for ever with the smallest of those: it may have more than a power of them. */
  private static final int[] FEW = {1, 2, 3, 4, 5, 6};

  /** What takes no longer with values of this size than with the smallest will not with others. */
  private static final int INDIFFERENT = 512;

  /** Less than this many times as long is no longer. */
  private static final double GROWN = 1.5;

  /** For what is still far too short, and takes longer with larger values. */
  private static final int[] LARGE = {32_768, 262_144};

  /** So many times the fields that a problem speaks of are filled. */
  private static final int MOST_FILLED = 8;

  /** The same where there is not even an object yet: then it is soon made without a constructor. */
  private static final int MOST_FILLED_UNMADE = 3;

  /** So many methods are called in vain to bring an object into a state. */
  private static final int MOST_PREPARED = 8;

  /** How a problem begins to name a field that is null. */
  private static final String NULL_FIELD = "because \"this.";

  /** So many different problems are taken at their word. */
  private static final int MOST_HEEDED = 6;

  private final LiveSettings settings;
  private final Attempts attempts;
  private final Guards guards;
  private final List<String> siblings;
  private final long perHalf;
  private final OperatingSystemMXBean system;
  private final Set<String> heeded = new HashSet<>();
  private Set<String> filled = Set.of();
  private boolean grown;
  private int inVain;

  /**
   * A search.
   *
   * @param unwoven has the user's classes as they are
   * @param perHalf how long a size is tried, ns, twice
   * @param system made before the jail was closed
   */
  Invention(
      LiveSettings settings,
      Attempts attempts,
      ClassLoader unwoven,
      long perHalf,
      OperatingSystemMXBean system) {
    this.settings = settings;
    this.attempts = attempts;
    this.guards = new Guards(unwoven);
    this.siblings = Siblings.of(settings.of().subject(), unwoven);
    this.perHalf = perHalf;
    this.system = system;
  }

  void run() {
    attempts.beginAnew();
    if (settings.isFew()) {
      grow(settings, FEW);
      return;
    }
    grow(settings, SIZES);
    if (!settings.of().driver().isEmpty()) {
      return;
    }
    if (settings.of().waiting() && worthTrying()) {
      // Stubs in place of what is at hand and does not wait: see Maker.
      vary(1, 1);
    }
    if (grown && attempts.fine() && !attempts.representative()) {
      grow(settings, LARGE);
    }
    fill();
    heed(settings.making(SIZES[1], 0, filled));
    if (attempts.thrown().filter(IndexOutOfBoundsException.class::isInstance).isPresent()) {
      works(LiveSettings.SMALL, attempts.problem(), attempts.share());
    }
    prepareFor(settings.of().subject());
    feed();
    if (attempts.unmade()) {
      bare();
    }
    vary(settings.of().waiting() ? 2 : 1, Texts.VARIANTS);
    attempts.together();
    if (worthTrying()) {
      bare();
    }
    vary(Texts.VARIANTS + 1, Texts.VARIANTS + Texts.MIXTURES);
  }

  private void grow(LiveSettings from, int[] sizes) {
    double first = 0;
    for (int size : sizes) {
      LiveSettings made = from.making(size, from.with().variant(), from.with().fill());
      boolean hopeless = !attempts.fine() && size > SIZES[1];
      boolean indifferent = size > INDIFFERENT && attempts.nanos() < GROWN * first;
      if (hopeless || indifferent || !attempts.tried(made, perHalf) || attempts.enough()) {
        return;
      }
      first = first == 0 ? attempts.nanos() : first;
    }
    grown = attempts.nanos() >= GROWN * first;
  }

  /**
   * Gives values to the fields that problems speak of, and calls what sets the fields that were
   * asked where they came up, until there is no problem or nothing is new.
   */
  private void fill() {
    for (int round = 0; round < mostFilled() && !attempts.fine(); round++) {
      Set<String> more = new TreeSet<>(filled);
      more.addAll(Fields.namedIn(attempts.problem()));
      Casts.add(attempts.thrown(), more);
      if (!more.equals(filled)) {
        filled = more;
        attempts.tried(settings.making(SIZES[1], 0, filled), perHalf / 10);
      } else if (!prepare()) {
        return;
      }
    }
    if (attempts.fine() && !attempts.representative() && !filled.isEmpty()) {
      grow(settings.making(SIZES[1], 0, filled), SIZES);
    }
  }

  private int mostFilled() {
    return attempts.unmade() ? MOST_FILLED_UNMADE : MOST_FILLED;
  }

  /**
   * The same kind of values, as the problem says that they should be: within a range, with a field
   * that is not null, or as many as a number in it. Another kind of values has other problems.
   */
  private void heed(LiveSettings made) {
    Optional<Range> range = Range.saidIn(attempts.problem());
    String problem = attempts.problem();
    if (attempts.fine() || !heeded.add(problem) || heeded.size() > MOST_HEEDED) {
      return;
    }
    Set<String> more = new TreeSet<>(made.with().fill());
    range.map(Range::word).ifPresent(more::add);
    if (problem.contains(NULL_FIELD)) {
      more.addAll(Fields.namedIn(problem));
    }
    if (!more.equals(made.with().fill())) {
      heeding(made.making(made.with().size(), made.with().variant(), more));
      return;
    }
    for (int length : Range.lengthsIn(problem)) {
      if (!attempts.fine() && length != made.with().size()) {
        heeding(made.making(length, made.with().variant(), made.with().fill()));
      }
    }
  }

  private void heeding(LiveSettings made) {
    if (worthTrying() && attempts.tried(made, perHalf / 2)) {
      heed(made);
    }
  }

  /** Whether calling one of the methods that the problem asks for leads to another one or none. */
  private boolean prepare() {
    String problem = attempts.problem();
    double share = attempts.share();
    for (String method : attempts.thrown().map(guards::of).orElse(List.of())) {
      if (works(method, problem, share)) {
        return true;
      }
    }
    return false;
  }

  /** A problem that comes up earlier than the one before is no step on. */
  private boolean works(String method, String problem, double share) {
    Set<String> more = new TreeSet<>(filled);
    if (!more.add(method) || inVain >= MOST_PREPARED || !worthTrying()) {
      return false;
    }
    attempts.tried(settings.making(SIZES[1], 0, more), perHalf / 10);
    boolean changed =
        attempts.fine() || (!attempts.problem().equals(problem) && attempts.share() >= share);
    filled = changed ? more : filled;
    inVain += changed ? 0 : 1;
    return changed;
  }

  /** Where it returns too soon, its object may have to be brought into a state before. */
  private void prepareFor(MethodRef subject) {
    if (!attempts.fine()) {
      return;
    }
    for (String method : guards.of(subject)) {
      Set<String> more = new TreeSet<>(filled);
      if (worthTrying() && more.add(method)) {
        attempts.tried(settings.making(SIZES[1], 0, more), perHalf / 10);
      }
    }
  }

  /** What other methods of its class give, in place of what is made up. */
  private void feed() {
    double before = attempts.fine() ? attempts.nanos() : 0;
    for (String sibling : siblings) {
      Set<String> more = new TreeSet<>(filled);
      more.add(sibling);
      LiveSettings made = settings.making(SIZES[1], 0, more);
      boolean fine = worthTrying() && attempts.tried(made, perHalf / 10) && attempts.fine();
      if (fine && attempts.nanos() > GROWN * before) {
        growFurther(made);
      }
    }
  }

  /** At last objects that no constructor has made. */
  private void bare() {
    Set<String> with = new TreeSet<>(filled);
    if (with.add(LiveSettings.BARE)) {
      filled = with;
      attempts.beginAnew();
      grow(settings.making(SIZES[0], 0, filled), SIZES);
      fill();
    }
  }

  /** Other texts and numbers; all fields filled once. */
  private void vary(int from, int to) {
    for (int variant = from; variant <= to && worthTrying(); variant++) {
      boolean all = variant == Texts.VARIANTS;
      Set<String> fields = all ? Set.of(LiveSettings.ALL) : of(filled, variant);
      LiveSettings made = settings.making(SIZES[1], all ? 0 : variant, fields);
      boolean called = attempts.tried(made, perHalf / 10);
      if (called && attempts.fine()) {
        growFurther(made);
      } else if (called) {
        heed(made);
      }
    }
  }

  /** Small numbers are right in one of two places where an index was out of bounds, or no help. */
  private static Set<String> of(Set<String> filled, int variant) {
    Set<String> some = new TreeSet<>(filled);
    if (variant / 2 % 2 == 1) {
      some.remove(LiveSettings.SMALL);
    }
    return some;
  }

  private boolean worthTrying() {
    return !attempts.representative()
        && !attempts.covered()
        && system.getProcessCpuTime() < settings.of().task().tryingNanos();
  }

  private void growFurther(LiveSettings from) {
    for (int size : SIZES) {
      if (attempts.enough()) {
        return;
      }
      attempts.tried(from.making(size, from.with().variant(), from.with().fill()), perHalf / 2);
    }
  }
}
