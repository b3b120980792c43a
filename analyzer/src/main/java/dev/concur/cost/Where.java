package dev.concur.cost;

import dev.concur.model.MethodRef;
import dev.concur.model.Spot;
import dev.concur.read.FieldRef;
import dev.concur.read.MethodFacts;

/**
 * A place of evidence, put into words only when somebody reads it: there are a million in a large
 * program, and a reader sees some.
 *
 * @param in the method
 * @param line in its file, 0 when unknown
 * @param note what happens there
 */
record Where(MethodFacts in, int line, Note note) {

  /** What happens at a place. */
  sealed interface Note {

    /** In a few words. */
    String text();
  }

  /** These words. */
  record Words(String text) implements Note {}

  /** A method is called; with what more is to say of it. */
  record Calls(MethodRef callee, String more) implements Note {
    @Override
    public String text() {
      return callee.simpleOwner() + "." + callee.name() + (more.isEmpty() ? "" : " " + more);
    }
  }

  /** A field is written. */
  record Writes(FieldRef field) implements Note {
    @Override
    public String text() {
      return "writes " + field.qualified();
    }
  }

  static final Note LOOP = new Words("loop over data");
  static final Note ARRAY = new Words("writes an array");
  static final Note ITSELF = new Words("calls itself");

  /** The place of a call, with nothing more to say of it. */
  static Where calls(MethodFacts in, int line, MethodRef callee) {
    return new Where(in, line, new Calls(callee, ""));
  }

  /** Written out: a record's own is slow where only the first compiler runs. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Where where
            && line == where.line
            && in.equals(where.in)
            && note.equals(where.note));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * in.hashCode() + line) + note.hashCode();
  }

  /** The place for a reader; most of its words are said of many places, and in memory once. */
  Spot spot() {
    return in.spot(line, note.text().intern());
  }
}
