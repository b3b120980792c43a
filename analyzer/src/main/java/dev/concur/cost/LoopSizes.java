package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.model.Interval;
import dev.concur.model.Loop;
import dev.concur.read.Block;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How many rounds a loop has. */
final class LoopSizes {

  private static final Set<String> NUMBERS_ONLY =
      Set.of(
          "java.lang.Math",
          "java.lang.StrictMath",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Double",
          "java.util.Random",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.SplittableRandom",
          "java.math.BigInteger",
          "java.math.BigDecimal");

  private static final Pattern ONE_BY_ONE =
      Pattern.compile("(get|put)(Char|Short|Int|Long|Float|Double)?");

  /** An array as long as an array as long as a text; longer chains are not followed. */
  private static final int NESTING = 4;

  private static final Set<String> CODERS =
      Set.of("java.util.zip.Inflater", "java.util.zip.Deflater");

  /** Whoever reads into less than this reads a header or a record, not a file block by block. */
  private static final double SMALL_BLOCK = 512;

  private static final Pattern CALLBACKS =
      Pattern.compile("java\\.util\\.function\\..*|java\\.lang\\.Runnable|.*Listener");

  private final Linked linked;
  private final ShortLoops shortLoops;
  private final Texts texts;
  private final Amounts amounts;

  LoopSizes(Linked linked, Texts texts, Amounts amounts) {
    this.linked = linked;
    this.shortLoops = new ShortLoops(linked);
    this.texts = texts;
    this.amounts = amounts;
  }

  /** Iterations of a loop. */
  Interval trips(MethodFacts in, LoopFacts loop) {
    Optional<Interval> few = shortLoops.rounds(in, loop);
    if (few.isPresent()) {
      return few.get();
    }
    if (loop.trip() != Loop.Trip.DATA) {
      boolean unseen = loop.trip() != Loop.Trip.CONSTANT;
      return unseen && new Jumps(in, loop).any() ? Sizes.COUNTED : Sizes.trips(loop);
    }
    Interval all = steps(in, loop);
    return loop.count() > 1 ? all.times(1 / loop.count()) : all;
  }

  /** Whether it has few rounds, whatever it is compared with. */
  boolean isShort(MethodFacts in, LoopFacts loop) {
    return shortLoops.rounds(in, loop).isPresent();
  }

  /**
   * Whether the count of a loop is a guess about how many objects there are: also where it is
   * passed in as a number.
   */
  boolean guesses(MethodFacts in, LoopFacts loop) {
    return Sizes.guesses(loop) || (counter(loop.over()) && !scalar(in, loop));
  }

  /** Iterations of a loop that goes in steps of one. */
  private Interval steps(MethodFacts in, LoopFacts loop) {
    if (loop.over() instanceof Value.Result read
        && read.callee().name().equals("read")
        && read.callee().descriptor().startsWith("()")) {
      return Sizes.BYTES;
    }
    if (Amounts.isBuffer(loop.over())) {
      return goesThroughBuffer(in, loop) ? Sizes.BYTES : Sizes.UNTIL_FOUND;
    }
    if (readsBlocks(loop.over())) {
      return blocks(in, (Value.Result) loop.over());
    }
    if (Amounts.wordsGiven(loop.over())) {
      return Sizes.PARTS;
    }
    if (takesJobs(loop.over()) || callsElements(in, loop)) {
      return Sizes.TOKENS;
    }
    if (loop.over() instanceof Value.Result read && read.callee().name().equals("readLine")) {
      return lines(in, read);
    }
    if (Amounts.isText(text(in, loop))) {
      boolean words = comparesTexts(in, loop);
      return words ? Sizes.COMPARED : texts.characters(in, loop, text(in, loop));
    }
    Optional<Interval> picture = Pictures.bound(loop.over());
    if (picture.isPresent()) {
      return picture.get();
    }
    Optional<Interval> counted = amounts.counted(in, loop.over());
    if (counted.isPresent()) {
      return counted.get();
    }
    return Sizes.guesses(loop)
        ? asLong(in, loop.over()).orElseGet(() -> amounts.elements(in, loop.over()))
        : Amounts.exact(loop.over())
            .or(() -> asLong(in, loop.over()))
            .orElseGet(() -> numbers(in, loop));
  }

  /** Lines until a reader has no more: those of the text it was made of, or of a file. */
  private Interval lines(MethodFacts in, Value.Result read) {
    return linked
        .call(in, read.op())
        .flatMap(Op.Call::receiver)
        .filter(Value.New.class::isInstance)
        .map(reader -> amounts.elements(in, reader))
        .orElse(Sizes.LINES);
  }

  /** Whether a buffer is read or written element by element, not handed over to a channel. */
  private static boolean goesThroughBuffer(MethodFacts in, LoopFacts loop) {
    return in.blocks().stream()
        .filter(block -> block.loop() == loop.index())
        .flatMap(block -> block.ops().stream())
        .anyMatch(
            op ->
                op instanceof Op.Call call
                    && loop.over().equals(call.receiver().orElse(null))
                    && ONE_BY_ONE.matcher(call.callee().name()).matches());
  }

  /** Two texts of which each character is held against each are words, not pages. */
  private boolean comparesTexts(MethodFacts in, LoopFacts loop) {
    return texts.characters(in, loop, text(in, loop)).equals(Sizes.CHARACTERS)
        && in.loops().stream()
            .filter(other -> other.parent() == loop.index() || loop.parent() == other.index())
            .anyMatch(other -> Amounts.isText(text(in, other)));
  }

  /** The text that a loop goes through, or an array that is as long as that text. */
  private Value text(MethodFacts in, LoopFacts loop) {
    return lengthOf(in, loop.over()).filter(Amounts::isText).orElse(loop.over());
  }

  /** Whether each round fills an array with more of what is read, unpacked or packed. */
  private static boolean readsBlocks(Value over) {
    return over instanceof Value.Result read
        && (read.callee().name().equals("read") || CODERS.contains(read.callee().owner()))
        && !read.callee().descriptor().startsWith("()");
  }

  /** Small blocks are the more, of a file of the usual size. */
  private Interval blocks(MethodFacts in, Value.Result read) {
    double bytes =
        linked
            .call(in, read.op())
            .filter(call -> call.callee().descriptor().startsWith("([B"))
            .flatMap(call -> amounts.counted(in, call.parameter(0)))
            .map(Interval::middle)
            .orElse(Sizes.BLOCK);
    boolean small = bytes >= SMALL_BLOCK && bytes < Sizes.BLOCK;
    return small ? Sizes.BLOCKS.times(Sizes.BLOCK / bytes) : Sizes.BLOCKS;
  }

  /** What threads hand each other is worked off soon: there are never many. */
  private static boolean takesJobs(Value over) {
    return over instanceof Value.Result taken
        && taken.callee().name().equals("poll")
        && taken.callee().owner().startsWith("java.util.concurrent.");
  }

  /** Whether what a loop takes is called there: listeners, plugins and checks are few. */
  private boolean callsElements(MethodFacts in, LoopFacts loop) {
    return in.blocks().stream()
        .filter(block -> block.loop() == loop.index())
        .flatMap(block -> block.ops().stream())
        .anyMatch(op -> op instanceof Op.Call call && callsElement(call));
  }

  private boolean callsElement(Op.Call call) {
    return call.how() == Op.How.INTERFACE
        && call.arguments().get(0) instanceof Value.Result taken
        && taken.callee().name().equals("next")
        && CALLBACKS.matcher(call.callee().owner()).matches();
  }

  /** An array that was made as long as a text or a collection is. */
  private Optional<Interval> asLong(MethodFacts in, Value array) {
    return lengthOf(in, array).map(of -> amounts.elements(in, of));
  }

  /** The text or collection that an array was made as long as, through arrays as long as it. */
  Optional<Value> lengthOf(MethodFacts in, Value array) {
    return lengthOf(in, array, 0);
  }

  private Optional<Value> lengthOf(MethodFacts in, Value array, int depth) {
    if (array instanceof Value.Phi phi && depth < NESTING) {
      return in.phis().get(phi.index()).stream()
          .flatMap(input -> lengthOf(in, input, depth + 1).stream())
          .findFirst();
    }
    if (!(array instanceof Value.NewArray made)) {
      return Optional.empty();
    }
    Value length = made.length() instanceof Value.Arithmetic sum ? sum.left() : made.length();
    if (length instanceof Value.Length other && depth < NESTING) {
      boolean objects = Amounts.declared(other.array()).startsWith("[L");
      return lengthOf(in, other.array(), depth + 1)
          .or(() -> objects ? Optional.of(other.array()) : Optional.empty());
    }
    return length instanceof Value.Result result && Amounts.LENGTHS.contains(result.callee().name())
        ? linked.call(in, result.op()).flatMap(Op.Call::receiver)
        : Optional.empty();
  }

  /** A loop that only counts has to count far to be worth writing; tables are nested. */
  private Interval numbers(MethodFacts in, LoopFacts loop) {
    if (Amounts.declared(loop.over()).equals("[B")) {
      return amounts.bytesIn(in, loop.over());
    }
    Optional<Value> walked = walked(in, loop);
    if (walked.isPresent()) {
      return texts.characters(in, walked.get());
    }
    boolean counts =
        counter(loop.over()) && !isTable(in, loop) && scalar(in, loop) && !fillsArray(in, loop);
    return counts ? Sizes.COUNTED : Sizes.trips(loop);
  }

  /** The text that a loop up to a number goes through: the number is a place in it. */
  private static Optional<Value> walked(MethodFacts in, LoopFacts loop) {
    return in.blocks().stream()
        .filter(block -> block.loop() == loop.index())
        .flatMap(block -> block.ops().stream())
        .filter(op -> op instanceof Op.Call call && ShortLoops.readsText(call))
        .flatMap(op -> ((Op.Call) op).receiver().stream())
        .filter(Amounts::isText)
        .findFirst();
  }

  /** Whether a loop over numbers is inside of another one or has one inside. */
  private static boolean isTable(MethodFacts in, LoopFacts loop) {
    return in.loops().stream()
        .filter(other -> other.parent() == loop.index() || loop.parent() == other.index())
        .anyMatch(other -> other.trip() == Loop.Trip.DATA && !Sizes.guesses(other));
  }

  private static boolean counter(Value over) {
    return over instanceof Value.Parameter parameter && !parameter.type().startsWith("[");
  }

  /** Whether a loop handles nothing but numbers. */
  private static boolean scalar(MethodFacts in, LoopFacts loop) {
    for (Block block : in.blocks()) {
      for (Op op : block.ops()) {
        if (block.loop() == loop.index()
            && op instanceof Op.Call call
            && !NUMBERS_ONLY.contains(call.callee().owner())
            && !ofNumbers(call.callee().descriptor())) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether what is counted is put into an array, one by one: it is as long as any. */
  private static boolean fillsArray(MethodFacts in, LoopFacts loop) {
    return in.blocks().stream()
        .filter(block -> block.loop() == loop.index())
        .flatMap(block -> block.ops().stream())
        .anyMatch(
            op ->
                op instanceof Op.ArrayWrite write
                    && write.array() instanceof Value.NewArray made
                    && made.length().equals(loop.over()));
  }

  /** Whether a method takes and gives numbers only. */
  private static boolean ofNumbers(String descriptor) {
    return !descriptor.contains(";") && !descriptor.contains("[") && !descriptor.endsWith("V");
  }
}
