package dev.concur.read;

/**
 * The bodies of one class in a tenth of the memory: what they do as bytes, which name methods,
 * fields, types, constants, parameters and lists of blocks by their numbers among those of the
 * program.
 *
 * <p>Integers have seven bits a byte, those that grow from operation to operation are differences.
 * A value that was met before in the same body is named by its number, since values nest and are
 * shared.
 */
final class Packed {

  static final int CALL = 0;
  static final int FIELD_READ = 4;
  static final int FIELD_WRITE = 5;
  static final int ARRAY_READ = 6;
  static final int ARRAY_WRITE = 7;
  static final int MONITOR_ENTER = 8;
  static final int MONITOR_EXIT = 9;
  static final int BRANCH = 10;
  static final int RETURN = 11;
  static final int THROW = 12;

  /** No value; what follows are values that were not met before, doubled; odd is a known one. */
  static final int ABSENT = 0;

  static final int POOLED = 1;
  static final int FIELD_OF = 2;
  static final int NEW = 3;
  static final int NEW_ARRAY = 4;
  static final int RESULT = 5;
  static final int LAMBDA = 6;
  static final int ELEMENT = 7;
  static final int LENGTH = 8;
  static final int ARITHMETIC = 9;
  static final int TEXT = 10;

  /** Where the body of a method begins that has none. */
  static final int NOWHERE = -1;

  private final Pool pool;
  private final String sourceFile;
  private final Shelf shelf;

  Packed(Pool pool, String sourceFile, Shelf shelf) {
    this.pool = pool;
    this.sourceFile = sourceFile;
    this.shelf = shelf;
  }

  /** As in the class. */
  String sourceFile() {
    return sourceFile;
  }

  /** A number for one more method. */
  int number() {
    return shelf.number();
  }

  /** The body of a method, which begins here; it stays open while there is room. */
  Unpacked open(MethodFacts method, int at) {
    return shelf.keep(method, new Unpacker(shelf.bytes().get(at), pool.all()).body());
  }
}
