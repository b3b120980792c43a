package dev.concur.input;

/**
 * Something that could not be read as it stands; the rest was.
 *
 * @param where the file or path, as the user would name it
 * @param why what is wrong with it
 * @param remedy what to try
 */
public record Problem(String where, String why, String remedy) implements Comparable<Problem> {

  /** Reason and remedy in one sentence. */
  public String message() {
    return remedy.isEmpty() ? why : why + "; " + remedy;
  }

  @Override
  public int compareTo(Problem other) {
    int byWhere = where.compareTo(other.where);
    return byWhere != 0 ? byWhere : message().compareTo(other.message());
  }
}
