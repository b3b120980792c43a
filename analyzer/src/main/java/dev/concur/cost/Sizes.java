package dev.concur.cost;

import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.read.LoopFacts;
import dev.concur.read.Value;
import java.util.regex.Pattern;

/**
 * The sizes and speeds that estimates start from, all of ours and all rough: they give orders of
 * magnitude, and the ranking of methods comes from the nesting of loops, not from them.
 */
final class Sizes {

  /** One bytecode instruction, compiled and in cache, ns. */
  static final double INSTRUCTION = 0.7;

  /**
   * The same in a loop that calls nobody: it is unrolled and stays in registers. Eight measured
   * loops over arrays of numbers took 0.02 to 0.3 ns an instruction.
   */
  static final double TIGHT_INSTRUCTION = 0.15;

  /**
   * A call of a JDK method that no catalogue line speaks of, ns: an accessor or a small collection
   * operation.
   */
  static final Interval SMALL_CALL = new Interval(2, 20, 200);

  /** A read or write of a socket that waits for nothing, ns: as short as the catalogue's get. */
  static final Interval SOCKET_CALL = new Interval(2e3, 5e3, 5e4);

  /** An operation of a map, a set or a queue: hashing or comparing, and a miss of the CPU cache. */
  static final Interval LOOKUP = new Interval(5, 50, 500);

  /** Waiting for another thread when nothing is known of its work, ns. */
  static final Interval OTHER_THREAD = new Interval(1e4, 1e6, 1e9);

  /** Writing a log record that is switched on, ns: formatting and a write into the page cache. */
  static final Interval LOG_RECORD = new Interval(5e2, 3e3, 5e4);

  /** Elements of a collection that a method is given, words of a text, lines of a file. */
  static final Interval ELEMENTS = new Interval(1, 1_000, 1e5);

  /** Lines of a file or document. */
  static final Interval LINES = new Interval(1, 300, 1e5);

  /** Elements of a collection that belongs to one element: lines of an order, tags of a page. */
  static final Interval PARTS = new Interval(1, 10, 1e3);

  /** Rows of a query, entries of an answer: as many as are asked for at once. */
  static final Interval RECORDS = new Interval(1, 50, 1e5);

  /** Elements that are looked at until one will do. */
  static final Interval UNTIL_FOUND = new Interval(1, 2, 1e4);

  /** Elements of an array of numbers, or a number that bounds a loop. */
  static final Interval NUMBERS = new Interval(1, 1_000, 1e6);

  /** Rows, or columns, of a table of numbers. */
  static final Interval ROWS = new Interval(1, 100, 1e4);

  /** A number up to which one loop counts that handles numbers only. */
  static final Interval COUNTED = new Interval(1, 10_000, 1e8);

  /** Characters of a text that one loop runs over. */
  static final Interval CHARACTERS = new Interval(1, 100, 1e6);

  /** Characters of a name, a key or a line. */
  static final Interval WORDS = new Interval(1, 30, 1e4);

  /** Characters of each of two texts that are compared character by character. */
  static final Interval COMPARED = new Interval(1, 100, 1_000);

  /** Characters of a text that has lines. */
  static final Interval DOCUMENT = new Interval(1, 6_000, 1e6);

  /** Characters that the catalogue's times are for. */
  static final double PHRASE = 40;

  /** How often a pattern is found in a text of which nothing says how long it is. */
  static final Interval MATCHES = new Interval(1, 50, 1e4);

  /** Files below a folder. */
  static final Interval FILES = new Interval(1, 100, 1e5);

  /** Blocks that are read from a stream until its end. */
  static final Interval BLOCKS = new Interval(1, 8, 1e6);

  /** Tokens of a text of the usual length, jobs that lie in a queue. */
  static final Interval TOKENS = new Interval(1, 8, 1e4);

  /** Slices that work is cut into, or workers that share it: four a core on two cores. */
  static final Interval SLICES = new Interval(1, 8, 1_024);

  /** Characters of a text that holds as many things as a collection does. */
  static final Interval LISTING = new Interval(1, 40_000, 1e7);

  /** Bytes of a digest, a code or a key. */
  static final Interval DIGEST = new Interval(1, 32, 512);

  /** Bytes of a file, or of what is read byte by byte. */
  static final Interval BYTES = new Interval(1, 32_768, 1e8);

  /** Elements that the catalogue's times are for. */
  static final double CATALOGUED = 1_000;

  /** Bytes that the catalogue's times are for. */
  static final double BLOCK = 4_096;

  /** So many blocks are in an array of bytes that somebody hashes, encrypts or compresses. */
  static final double CONTENT = 8;

  /** So many are in what goes into an archive beside others. */
  static final double ENTRY = 2;

  /** A collection is serialized so many times as long as one object. */
  static final double GRAPH = 100;

  /** What holds a collection is serialized so many times as long as what holds none. */
  static final double DOCUMENT_PARTS = 25;

  /** Iterations of a loop whose bound we cannot see. */
  static final Interval UNSEEN = new Interval(1, 10, 1e3);

  /** A loop until told to stop: only the proportions inside it mean anything. */
  static final Interval ENDLESS = new Interval(1, 100, 1e6);

  /** Decades between the best guess and the upper bound that a cost has without any loop. */
  private static final double SETTLED = 1;

  /** The same of a wait: a disk may answer from memory or have to spin up. */
  private static final double SETTLED_WAIT = 2.1;

  /**
   * The same of what is repeated by a loop over numbers: two such loops, or a table of them, are
   * multiplied as they are, and a third through calls is believed less.
   */
  private static final double SETTLED_NUMBERS = 6.5;

  /** The same of what one node of a tree costs, which may hold an array of its own. */
  private static final double SETTLED_NODE = 3.5;

  /** Further decades after which a guessed count weighs half as much in its exponent. */
  private static final double HALVING = 2;

  private static final Pattern LOOKS_UP =
      Pattern.compile("java\\.util\\..*(Map|Set)|java\\.util\\.concurrent\\..*(Queue|Deque)");

  private Sizes() {}

  /** What a call costs that nothing is known of but the type it is made on. */
  static Interval call(String owner) {
    return LOOKS_UP.matcher(owner).matches() ? LOOKUP : SMALL_CALL;
  }

  /**
   * A cost that is repeated a guessed number of times. The less is known of the cost, the less the
   * guess multiplies it: collections within collections within collections are not all of the usual
   * size, and a product of four guesses would be wrong by orders of magnitude. The bounds stay
   * those of the product.
   */
  static Interval repeated(Interval cost, Interval guessed) {
    return repeated(cost, guessed, SETTLED);
  }

  /** The same for the part of a cost that is of one kind. */
  static Interval repeated(Kind kind, Interval cost, Interval guessed) {
    return repeated(cost, guessed, kind.waits() ? SETTLED_WAIT : SETTLED);
  }

  /** A cost that is repeated by loops over numbers. */
  static Interval counted(Interval cost, Interval numbers) {
    return repeated(cost, numbers, SETTLED_NUMBERS);
  }

  /** What one node of a tree costs, for all of them. */
  static Interval walked(Interval node, Interval nodes) {
    return repeated(node, nodes, SETTLED_NODE);
  }

  private static Interval repeated(Interval cost, Interval guessed, double settled) {
    if (cost.middle() <= 0 || guessed.middle() <= 1) {
      return cost.times(guessed);
    }
    double decades = Math.log10(cost.high() / cost.middle());
    double weight = 1 / (1 + Math.max(0, decades - settled) / HALVING);
    double middle = cost.middle() * Math.pow(guessed.middle(), weight);
    double low = Math.min(middle, cost.low() * guessed.low());
    return new Interval(low, middle, Math.max(middle, cost.high() * guessed.high()));
  }

  /** How many iterations a loop has. */
  static Interval trips(LoopFacts loop) {
    return switch (loop.trip()) {
      case CONSTANT -> Interval.of(Math.max(1, loop.count()));
      case FOREVER -> ENDLESS;
      case UNKNOWN -> UNSEEN;
      case DATA -> numeric(loop.over()) ? inTable(loop.over()) ? ROWS : NUMBERS : ELEMENTS;
    };
  }

  /** Whether the count of a loop is a guess about the size of some collection. */
  static boolean guesses(LoopFacts loop) {
    return switch (loop.trip()) {
      case CONSTANT, FOREVER -> false;
      case UNKNOWN -> true;
      case DATA -> !numeric(loop.over());
    };
  }

  /** Whether it is a table of numbers, or a row of one. */
  private static boolean inTable(Value over) {
    return over instanceof Value.Element || Amounts.declared(over).startsWith("[[");
  }

  private static boolean numeric(Value over) {
    if (over instanceof Value.NewArray array) {
      return !array.type().endsWith(";");
    }
    String type = "";
    if (over instanceof Value.Parameter parameter) {
      type = parameter.type();
    } else if (over instanceof Value.FieldOf field) {
      type = field.field().descriptor();
    } else if (over instanceof Value.Element) {
      return true;
    } else if (over instanceof Value.Result result) {
      type = result.callee().descriptor();
      type = type.substring(type.indexOf(')') + 1);
    }
    return !type.isEmpty() && !type.endsWith(";");
  }
}
