package dev.concur.model;

/**
 * A place a reader can open.
 *
 * @param className binary name of the class
 * @param method name of the method
 * @param descriptor JVM descriptor of the method, or empty when it does not matter
 * @param file source file relative to its source root ({@code a/b/C.java}, forward slashes), or
 *     empty when unknown
 * @param line line in that file, 1 or more, or 0 when unknown
 * @param note what happens here, in a few words, or empty
 */
public record Spot(
    String className, String method, String descriptor, String file, int line, String note)
    implements Comparable<Spot> {

  /** The same place with another note. */
  public Spot noting(String otherNote) {
    return new Spot(className, method, descriptor, file, line, otherNote);
  }

  /** The method this place is in. */
  public MethodRef methodRef() {
    return new MethodRef(className, method, descriptor);
  }

  /** The place as a stack trace prints it, which consoles turn into a link. */
  public String asStackFrame() {
    String simpleFile = file.substring(file.lastIndexOf('/') + 1);
    String where = simpleFile.isEmpty() ? "Unknown Source" : simpleFile;
    return "at " + className + "." + method + "(" + where + (line > 0 ? ":" + line : "") + ")";
  }

  @Override
  public int compareTo(Spot other) {
    int byClass = className.compareTo(other.className);
    if (byClass != 0) {
      return byClass;
    }
    int byLine = Integer.compare(line, other.line);
    if (byLine != 0) {
      return byLine;
    }
    int byMethod = (method + descriptor).compareTo(other.method + other.descriptor);
    return byMethod != 0 ? byMethod : note.compareTo(other.note);
  }
}
