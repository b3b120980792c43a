package dev.concur.rule;

/**
 * A range of Java runtime releases.
 *
 * @param first oldest release, inclusive
 * @param last newest release, inclusive; {@link Integer#MAX_VALUE} for no end
 */
public record Releases(int first, int last) {

  /** Every release. */
  public static final Releases ALL = new Releases(0, Integer.MAX_VALUE);

  /** This release and all after it. */
  public static Releases since(int first) {
    return new Releases(first, Integer.MAX_VALUE);
  }

  /** Whether a release lies in the range. */
  public boolean contains(int release) {
    return first <= release && release <= last;
  }

  /** The range in words: {@code all}, {@code 21+}, {@code 21 to 23}. */
  public String words() {
    if (equals(ALL)) {
      return "all";
    }
    return last == Integer.MAX_VALUE ? first + "+" : first + " to " + last;
  }
}
