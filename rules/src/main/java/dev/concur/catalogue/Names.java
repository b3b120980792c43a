package dev.concur.catalogue;

/** What names in a catalogue line look like. */
final class Names {
  private Names() {}

  /** A dotted name, in which {@code *} may stand for a part. */
  static boolean isPath(String text) {
    return !text.isEmpty() && text.chars().allMatch(Names::inPath);
  }

  private static boolean inPath(int c) {
    return Character.isJavaIdentifierPart(c) || c == '.' || c == '*';
  }

  /** The name of a type: identifiers with dots between them. */
  static boolean isType(String text) {
    boolean start = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (start
          ? !Character.isJavaIdentifierStart(c)
          : c != '.' && !Character.isJavaIdentifierPart(c)) {
        return false;
      }
      start = c == '.';
    }
    return !start;
  }
}
