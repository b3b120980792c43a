package dev.concur;

import java.util.Locale;

/**
 * The heap was too small for what was given: an allocation failed, or nothing but collections went
 * on ({@link CollectorOverhead}).
 */
public final class NotEnoughMemory extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * What a scan takes for a class, and besides, in bytes, so that collections take little of its
   * time: 36,293 classes keep up to 402 MB and 72,321 up to 609 MB (bench.md, "What a scan keeps
   * since then"), and the serial collector wants half as much again.
   */
  private static final long FOR_A_CLASS = 16L << 10;

  private static final long BESIDES = 192L << 20;

  /** Heaps are given in steps of this. */
  private static final long STEP = 256L << 20;

  private NotEnoughMemory(String message) {
    super(message);
  }

  /**
   * Says what was given and how much to give.
   *
   * @param given what was scanned, in a few words
   * @param classes how many classes that were, 0 when nobody knows
   */
  static NotEnoughMemory scanning(String given, long classes) {
    String counted = classes > 0 ? String.format(Locale.ROOT, " (%,d classes)", classes) : "";
    return new NotEnoughMemory("scanning " + given + counted + " took " + more(classes));
  }

  /** The same where all that is known is that memory ran out. */
  public static NotEnoughMemory unexpected() {
    return new NotEnoughMemory("it took " + more(0));
  }

  /** Whether a failure is, or was caused by, a lack of memory. */
  static boolean isBehind(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }

  private static String more(long classes) {
    long heap = Runtime.getRuntime().maxMemory();
    long enough = Math.max(BESIDES + classes * FOR_A_CLASS, heap + heap / 2);
    String option = "-Xmx" + (((enough + STEP - 1) / STEP * STEP) >> 20) + "m";
    return "more memory than the "
        + (heap >> 20)
        + " MiB that Java was given. Give it more (CONCUR_JAVA_OPTS="
        + option
        + ", in Maven MAVEN_OPTS="
        + option
        + "), or scan your own jar alone and name the others with --classpath: of these only what it"
        + " reaches is read";
  }
}
