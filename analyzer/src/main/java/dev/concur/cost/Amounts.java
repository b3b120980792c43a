package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Place;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Loop;
import dev.concur.model.MethodRef;
import dev.concur.read.Block;
import dev.concur.read.ClassFacts;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How much data stands behind a value.
 *
 * <p>What a method is given to work on is large; what belongs to one element of it is small: an
 * order has some lines, a list has hundreds of orders. Constants and literals are what they are.
 */
final class Amounts {

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

  /** Methods of the JDK that answer a digest, a code or a key: some tens of bytes. */
  private static final Pattern DIGESTS =
      Pattern.compile("java\\.security\\..*|javax\\.crypto\\.Mac|java\\.net\\.InetAddress");

  private static final Pattern CALLBACKS =
      Pattern.compile("java\\.util\\.function\\..*|java\\.lang\\.Runnable|.*Listener");

  /** Readers of a text or a stream that somebody gave them. */
  private static final Pattern READERS =
      Pattern.compile("java\\.io\\..*(Stream|Reader)|java\\.util\\.(Scanner|StringTokenizer)");

  private static final Pattern COLLECTIONS =
      Pattern.compile("Ljava/util/(\\w*(Collection|List|Set|Map));|\\[L.*");

  /** Fills in placeholders. */
  private static final Pattern FORMATS = Pattern.compile("format|formatted|printf");

  /** Which argument of {@code PBEKeySpec} is the number of rounds. */
  private static final int ROUNDS_AT = 2;

  /** Thousands of rounds for a password; between what was usual in 2010 and what OWASP asks. */
  private static final double USUAL_ROUNDS = 150;

  private static final Set<String> LENGTHS = Set.of("length", "size");

  private static final int NESTING = 8;

  private final Linked linked;
  private final Texts texts;
  private final Predicate<MethodRef> recursive;
  private final Elements elements;

  Amounts(Linked linked, Predicate<MethodRef> recursive) {
    this.linked = linked;
    this.texts = new Texts(linked);
    this.recursive = recursive;
    this.elements = new Elements(linked);
  }

  /** Iterations of a loop. */
  Interval trips(MethodFacts in, LoopFacts loop) {
    if (loop.trip() != Loop.Trip.DATA) {
      return Sizes.trips(loop);
    }
    if (loop.over() instanceof Value.Result read
        && read.callee().name().equals("read")
        && read.callee().descriptor().startsWith("()")) {
      return Sizes.BYTES;
    }
    if (readsBlocks(loop.over())) {
      return Sizes.BLOCKS;
    }
    if (takesJobs(loop.over()) || callsElements(in, loop)) {
      return Sizes.TOKENS;
    }
    if (isText(loop.over())) {
      return texts.characters(in, loop);
    }
    OptionalInt counted = counted(in, loop.over());
    if (counted.isPresent()) {
      return Interval.of(Math.max(1, counted.getAsInt()));
    }
    return Sizes.guesses(loop)
        ? elements(in, loop.over())
        : exact(loop.over()).or(() -> asLong(in, loop.over())).orElseGet(() -> numbers(in, loop));
  }

  /** What the code says of a bound: a number, or how many elements there are. */
  private OptionalInt counted(MethodFacts in, Value bound) {
    OptionalInt number = elements.number(in, bound);
    return number.isPresent() ? number : elements.behind(in, bound);
  }

  private static boolean readsBlocks(Value over) {
    return over instanceof Value.Result read
        && read.callee().name().equals("read")
        && !read.callee().descriptor().startsWith("()");
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
    if (!(array instanceof Value.NewArray made)) {
      return Optional.empty();
    }
    Value length = made.length() instanceof Value.Arithmetic sum ? sum.left() : made.length();
    return length instanceof Value.Result result && LENGTHS.contains(result.callee().name())
        ? linked.call(in, result.op()).flatMap(Op.Call::receiver).map(of -> elements(in, of))
        : Optional.empty();
  }

  /** A loop that only counts has to count far to be worth writing; tables are nested. */
  private Interval numbers(MethodFacts in, LoopFacts loop) {
    if (declared(loop.over()).equals("[B")) {
      return bytesIn(in, loop.over());
    }
    boolean counts = counter(loop.over()) && !isTable(in, loop) && scalar(in, loop);
    return counts ? Sizes.COUNTED : Sizes.NUMBERS;
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

  /** Whether a method takes and gives numbers only. */
  private static boolean ofNumbers(String descriptor) {
    return !descriptor.contains(";") && !descriptor.contains("[") && !descriptor.endsWith("V");
  }

  /**
   * Elements of a collection, of what is iterated over, or of an array. What a recursion walks is
   * one tree: its nodes are counted once, not at every level.
   */
  Interval elements(MethodFacts in, Value value) {
    OptionalInt counted = this.elements.behind(in, value);
    if (counted.isPresent()) {
      return Interval.of(Math.max(1, counted.getAsInt()));
    }
    Interval found = elements(in, value, 0);
    return found.equals(Sizes.ELEMENTS) && recursive.test(in.ref()) ? Sizes.PARTS : found;
  }

  /** How much larger an argument is than what its parameter is usually taken to be. */
  double ratio(MethodFacts in, Op.Call call, MethodFacts body, int index) {
    if (index >= call.arguments().size()) {
      return 1;
    }
    Value argument = call.arguments().get(index);
    Value given = sizing(in, argument);
    if (argument instanceof Value.New made && index == 0 && !body.isStatic()) {
      return given instanceof Value.Parameter || !isText(given)
          ? 1
          : madeOf(in, made).map(from -> ratioOf(in, call, given, from, 1)).orElse(1.0);
    }
    return given instanceof Value.Parameter && !isObject(given)
        ? 1
        : ratioOf(in, call, given, body, index);
  }

  /** The constructor that keeps what an object of the program is made of. */
  private Optional<MethodFacts> madeOf(MethodFacts in, Value.New made) {
    return Devices.constructor(new Origin(in, made)).flatMap(call -> linked.body(call.callee()));
  }

  private double ratioOf(
      MethodFacts in, Op.Call call, Value given, MethodFacts body, int index) {
    Value parameter = new Value.Parameter(index, type(body, index));
    Interval found = isText(given) ? texts.characters(in, given, call) : size(in, given);
    // The texts in a tree are its leaves.
    boolean leaf = found.equals(Sizes.CHARACTERS) && recursive.test(in.ref());
    Interval size = leaf || isObject(given) && isText(parameter) ? Sizes.WORDS : found;
    boolean known =
        !isNumber(given) && !size.equals(Sizes.ELEMENTS) && !size.equals(Sizes.CHARACTERS);
    return known ? size.middle() / size(body, parameter).middle() : 1;
  }

  /** An element of something, of which nobody said what it is before it was cast. */
  private static boolean isObject(Value value) {
    return declared(value).equals("Ljava/lang/Object;");
  }

  private static boolean isNumber(Value value) {
    return !(value instanceof Value.Constant)
        && (value instanceof Value.Arithmetic || declared(value).length() == 1);
  }

  /** What a number that is passed along is the length of, or the value itself. */
  Value sizing(MethodFacts in, Value value) {
    if (value instanceof Value.Length length) {
      return length.array();
    }
    if (value instanceof Value.New made) {
      return Devices.constructor(new Origin(in, made))
          .filter(call -> call.parameters() > 0 && !linked.facts().inJdk(made.type()))
          .map(call -> call.parameter(0))
          .orElse(value);
    }
    return value instanceof Value.Result result && LENGTHS.contains(result.callee().name())
        ? linked.call(in, result.op()).flatMap(Op.Call::receiver).orElse(value)
        : value;
  }

  private Interval size(MethodFacts in, Value value) {
    String type = declared(value);
    if (type.equals("[B")) {
      return exact(value).orElseGet(() -> bytesIn(in, value));
    }
    boolean numbers = type.startsWith("[") && !type.endsWith(";");
    return numbers ? exact(value).orElse(Sizes.NUMBERS) : elements(in, value);
  }

  private static String type(MethodFacts body, int index) {
    return body.isStatic() || index > 0
        ? parameter(body.ref().descriptor(), body.isStatic() ? index : index - 1)
        : "";
  }

  /** Elements that a call goes through: those of its receiver, or of what it makes a stream of. */
  Interval behind(MethodFacts in, Op.Call call) {
    OptionalInt counted = elements.of(in, call);
    if (counted.isPresent()) {
      return Interval.of(Math.max(1, counted.getAsInt()));
    }
    return linked.facts().inJdk(call.callee().owner())
        ? fromJdk(in, call, call.callee().name(), 0)
        : Sizes.ELEMENTS;
  }

  private Interval elements(MethodFacts in, Value value, int depth) {
    Optional<Interval> exact = exact(value);
    if (exact.isPresent() || depth > NESTING) {
      return exact.orElse(Sizes.ELEMENTS);
    }
    if (isText(value)) {
      return texts.characters(in, value);
    }
    if (value instanceof Value.New made && READERS.matcher(made.type()).matches()) {
      return tokens(in, made, depth);
    }
    if (value instanceof Value.FieldOf field) {
      return listed(in, field).orElse(ofElement(in, field) ? Sizes.PARTS : usual(in));
    }
    return value instanceof Value.Result result
        ? linked.call(in, result.op()).map(call -> returned(in, call, depth)).orElse(usual(in))
        : value instanceof Value.Parameter ? Sizes.ELEMENTS : usual(in);
  }

  /** What a reader finds in the text that it was made of. */
  private Interval tokens(MethodFacts in, Value.New reader, int depth) {
    Optional<Value> source =
        Devices.constructor(new Origin(in, reader))
            .filter(call -> call.parameters() > 0)
            .map(call -> call.parameter(0));
    if (source.isEmpty()) {
      return Sizes.LINES;
    }
    if (isText(source.get()) || encoded(source.get())) {
      boolean document = texts.characters(in, text(in, source.get())).equals(Sizes.DOCUMENT);
      return document ? Sizes.LINES : Sizes.TOKENS;
    }
    return source.get() instanceof Value.New inner && depth < NESTING
        ? elements(in, inner, depth + 1)
        : Sizes.LINES;
  }

  private Value text(MethodFacts in, Value source) {
    return encoded(source)
        ? linked.call(in, ((Value.Result) source).op()).flatMap(Op.Call::receiver).orElse(source)
        : source;
  }

  /**
   * Elements of a collection of which nothing is known. What a library has inside is small; what it
   * is given is as large as those who call it say.
   */
  private Interval usual(MethodFacts in) {
    return linked.facts().isRoot(in.ref().owner()) ? Sizes.ELEMENTS : Sizes.PARTS;
  }

  /** How many there are in a constant that lists them. */
  private Optional<Interval> listed(MethodFacts in, Value.FieldOf constant) {
    if (!linked.isFinal(constant.field())) {
      return Optional.empty();
    }
    List<Origin> origins = linked.origins(in, constant);
    return origins.size() == 1
        ? new Elements(linked)
            .listed(origins.get(0))
            .map(Interval::of)
            .or(() -> registered(in, constant))
        : Optional.empty();
  }

  /** How many are put into a collection, when that is done once each by whoever makes it. */
  private Optional<Interval> registered(MethodFacts in, Value.FieldOf collection) {
    List<Origin> contents = linked.contents(in, collection);
    boolean once = contents.stream().allMatch(put -> initialises(put.in()));
    return contents.isEmpty() || !once
        ? Optional.empty()
        : Optional.of(Interval.of(contents.size()));
  }

  private static boolean initialises(MethodFacts method) {
    return method.ref().name().endsWith("init>") && method.loops().isEmpty();
  }

  private static boolean isText(Value value) {
    String type = declared(value);
    return type.equals("Ljava/lang/String;")
        || type.equals("Ljava/lang/CharSequence;")
        || type.startsWith("Ljava/lang/StringBu")
        || (value instanceof Value.Result result && result.callee().name().equals("toCharArray"));
  }

  private Interval returned(MethodFacts in, Op.Call call, int depth) {
    String name = call.callee().name();
    if (linked.facts().inJdk(call.callee().owner())) {
      return fromJdk(in, call, name, depth);
    }
    boolean own = call.receiver().filter(value -> isThis(in, value)).isPresent();
    return linked
        .body(call.callee())
        .filter(Amounts::readsField)
        .map(getter -> own && !isRecord(getter.ref().owner()) ? usual(in) : Sizes.PARTS)
        .orElse(usual(in));
  }

  private Interval fromJdk(MethodFacts in, Op.Call call, String name, int depth) {
    boolean listed = name.equals("of") && !call.callee().descriptor().startsWith("([");
    if (listed && !call.arguments().isEmpty() && call.how() == Op.How.STATIC) {
      return Interval.of(call.arguments().size());
    }
    if (call.callee().owner().equals("java.lang.String")) {
      return name.startsWith("split") ? texts.parts(in, call) : ofText(name);
    }
    if (name.equals("matcher")) {
      return texts.matches(in, call.arguments().get(1));
    }
    if (name.equals("readLine")) {
      return Sizes.LINES;
    }
    if (call.callee().owner().equals("java.nio.file.Files")) {
      return name.equals("lines") || name.equals("readAllLines") ? Sizes.LINES : Sizes.FILES;
    }
    if (name.startsWith("range") && call.arguments().size() == 2) {
      return exact(call.arguments().get(1)).orElse(Sizes.COUNTED);
    }
    if (call.callee().descriptor().startsWith("([") && name.equals("stream")) {
      boolean objects = call.callee().descriptor().startsWith("([L");
      return objects ? elements(in, call.arguments().get(0), depth + 1) : Sizes.NUMBERS;
    }
    return call.receiver().map(r -> elements(in, r, depth + 1)).orElse(Sizes.ELEMENTS);
  }

  private static Interval ofText(String method) {
    return method.equals("lines") ? Sizes.LINES : Sizes.CHARACTERS;
  }

  /** A digest is short, an encoded text is as long as the text, all other bytes are a file's. */
  private Interval bytesIn(MethodFacts in, Value value) {
    boolean digest =
        linked.origins(in, value).stream()
            .map(Origin::value)
            .allMatch(
                made ->
                    made instanceof Value.Result result
                        && DIGESTS.matcher(result.callee().owner()).matches());
    if (digest) {
      return Sizes.DIGEST;
    }
    return encoded(value) ? Sizes.CHARACTERS : Sizes.BYTES;
  }

  private static boolean encoded(Value value) {
    return value instanceof Value.Result result
        && result.callee().owner().equals("java.lang.String")
        && result.callee().name().equals("getBytes");
  }

  /** Whether a field belongs to an element, or to a record, rather than to a service. */
  private boolean ofElement(MethodFacts in, Value.FieldOf field) {
    return field.base().isPresent()
        && (!isThis(in, field.base().get()) || isRecord(field.field().owner()));
  }

  private boolean isRecord(String type) {
    return linked
        .type(type)
        .map(ClassFacts::superName)
        .filter("java.lang.Record"::equals)
        .isPresent();
  }

  private static boolean isThis(MethodFacts in, Value value) {
    return value instanceof Value.Parameter parameter && parameter.index() == 0 && !in.isStatic();
  }

  private static boolean readsField(MethodFacts body) {
    return body.blocks().size() == 1
        && body.calls().isEmpty()
        && body.blocks().get(0).ops().stream()
            .anyMatch(
                op ->
                    op instanceof Op.Return back
                        && back.value().orElse(null) instanceof Value.FieldOf);
  }

  private static Optional<Interval> exact(Value value) {
    Value length = value instanceof Value.NewArray array ? array.length() : value;
    return length instanceof Value.Constant constant && constant.value() instanceof Number number
        ? Optional.of(Interval.of(Math.max(1, number.doubleValue())))
        : Optional.empty();
  }

  /** How much more than the catalogue's usual size a computing call is given. */
  double times(MethodFacts in, Op.Call call, Effect.Computes computes) {
    Optional<Place> place = computes.sizedBy();
    Optional<Value> value = place.flatMap(at -> Devices.at(call, at));
    if (value.isEmpty()) {
      return 1;
    }
    if (computes.kind() == Kind.COMPRESSION) {
      return Sizes.CONTENT;
    }
    String type = type(call, place.get());
    if (type.equals("Ljava/security/spec/KeySpec;")) {
      return rounds(in, value.get());
    }
    if (FORMATS.matcher(call.callee().name()).matches()) {
      return texts.conversions(value.get());
    }
    if (isText(value.get())) {
      return texts.times(in, value.get(), call);
    }
    if (type.equals("Ljava/util/regex/Matcher;")) {
      return texts.times(in, value.get(), call);
    }
    if (type.equals("[B")) {
      return bytes(value.get());
    }
    boolean objects = type.equals("Ljava/lang/Object;") || type.startsWith("[L");
    return objects || type.startsWith("Ljava/util/") ? collected(in, value.get(), type) : 1;
  }

  /** Thousands of rounds by which a password is made into a key. */
  private double rounds(MethodFacts in, Value specification) {
    return linked.origins(in, specification).stream()
        .flatMap(origin -> Devices.constructor(origin).stream())
        .filter(made -> made.parameters() > ROUNDS_AT)
        .flatMap(made -> exact(made.parameter(ROUNDS_AT)).stream())
        .mapToDouble(rounds -> rounds.middle() / 1_000)
        .findFirst()
        .orElse(USUAL_ROUNDS);
  }

  private static double bytes(Value value) {
    Optional<Interval> exact = exact(value);
    if (exact.isPresent()) {
      return Math.max(0.05, exact.get().middle() / Sizes.BLOCK);
    }
    return encoded(value) ? 0.1 : Sizes.CONTENT;
  }

  /** An object counts as itself, a collection by its elements. */
  private double collected(MethodFacts in, Value value, String type) {
    if (type.equals("Ljava/lang/Object;")) {
      String made = value instanceof Value.New object ? object.type() : "";
      boolean many = made.startsWith("java.util.") || declared(value).startsWith("Ljava/util/");
      return many ? Sizes.GRAPH : holdsMany(declared(value)) ? Sizes.DOCUMENT_PARTS : 1;
    }
    Interval many = elements(in, value);
    return many.equals(Sizes.ELEMENTS) ? 1 : many.middle() / Sizes.CATALOGUED;
  }

  /** Whether the objects of a class of the program hold collections: an order, a report. */
  private boolean holdsMany(String descriptor) {
    String type = descriptor.endsWith(";") ? descriptor.substring(1, descriptor.length() - 1) : "";
    return linked.type(type.replace('/', '.')).stream()
        .flatMap(found -> found.fields().stream())
        .map(field -> field.ref().descriptor())
        .anyMatch(field -> COLLECTIONS.matcher(field).matches());
  }

  private static String declared(Value value) {
    if (value instanceof Value.Parameter parameter) {
      return parameter.type();
    }
    if (value instanceof Value.Result result) {
      String descriptor = result.callee().descriptor();
      return descriptor.substring(descriptor.indexOf(')') + 1);
    }
    return value instanceof Value.FieldOf field ? field.field().descriptor() : "";
  }

  private static String type(Op.Call call, Place place) {
    return place.receiver()
        ? "L" + call.callee().owner().replace('.', '/') + ";"
        : parameter(call.callee().descriptor(), place.argument());
  }

  static String parameter(String descriptor, int index) {
    int at = 1;
    for (int i = 0; ; i++) {
      int end = at;
      while (descriptor.charAt(end) == '[') {
        end++;
      }
      end = descriptor.charAt(end) == 'L' ? descriptor.indexOf(';', end) + 1 : end + 1;
      if (i == index || descriptor.charAt(end) == ')') {
        return descriptor.substring(at, end);
      }
      at = end;
    }
  }
}
