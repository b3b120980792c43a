package dev.concur.cost;

import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.Interval;
import dev.concur.model.MethodRef;
import dev.concur.read.ClassFacts;
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

  /** Methods of the JDK that answer a digest, a code or a key: some tens of bytes. */
  private static final Pattern DIGESTS =
      Pattern.compile("java\\.security\\..*|javax\\.crypto\\.Mac|java\\.net\\.InetAddress");

  /** Readers of a text or a stream that somebody gave them. */
  private static final Pattern READERS =
      Pattern.compile("java\\.io\\..*(Stream|Reader)|java\\.util\\.(Scanner|StringTokenizer)");

  static final Set<String> LENGTHS = Set.of("length", "size");

  /** All that an object of a library has, looked at one by one. */
  private static final Set<String> VIEWS =
      Set.of("keySet", "values", "entrySet", "iterator", "stream", "keys", "fieldNames");

  /**
   * Parts of what is sorted: nobody asks for a range where there are a few, whatever their name.
   */
  private static final Set<String> RANGES =
      Set.of("subMap", "headMap", "tailMap", "subSet", "headSet", "tailSet");

  /** What has just the elements of another. */
  private static final Pattern OF_ANOTHER =
      Pattern.compile("list|(unmodifiable|synchronized|checked)\\w+");

  private static final int NESTING = 8;

  private final Linked linked;
  private final Texts texts;
  private final Predicate<MethodRef> recursive;
  private final Elements elements;
  private final Members members;
  private final Answers answers;

  Amounts(Linked linked, Texts texts, Predicate<MethodRef> recursive) {
    this.linked = linked;
    this.texts = texts;
    this.recursive = recursive;
    this.elements = new Elements(linked);
    this.members = new Members(linked);
    this.answers = new Answers(linked);
  }

  /**
   * Elements of a collection, of what is iterated over, or of an array. What a recursion walks is
   * one tree: its nodes are counted once, not at every level.
   */
  Interval elements(MethodFacts in, Value value) {
    OptionalInt counted = elements.behind(in, value);
    if (counted.isPresent()) {
      return Interval.of(Math.max(1, counted.getAsInt()));
    }
    Interval found = elements(in, value, 0);
    return found.equals(Sizes.ELEMENTS) && recursive.test(in.ref()) ? Sizes.PARTS : found;
  }

  /** Elements that a call goes through: those of its receiver, or of what it makes a stream of. */
  Interval behind(MethodFacts in, Op.Call call) {
    OptionalInt counted = elements.of(in, call);
    if (counted.isPresent()) {
      return Interval.of(Math.max(1, counted.getAsInt()));
    }
    if (linked.facts().inJdk(call.callee().owner())) {
      return fromJdk(in, call, call.callee().name(), 0);
    }
    return answers.asks(call) ? Sizes.RECORDS : Sizes.ELEMENTS;
  }

  Interval elements(MethodFacts in, Value value, int depth) {
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
      boolean small = ofElement(in, field) || Few.isFew(field.field().name());
      return listed(in, field).orElse(small ? Sizes.PARTS : usual(in));
    }
    if (value instanceof Value.Parameter given) {
      return Few.isFew(in, given) ? Sizes.PARTS : Sizes.ELEMENTS;
    }
    return value instanceof Value.Result result
        ? linked.call(in, result.op()).map(call -> returned(in, call, depth)).orElse(usual(in))
        : usual(in);
  }

  /** Whether it is an array of texts that a method is given: words, prefixes, values of a form. */
  static boolean wordsGiven(Value value) {
    return value instanceof Value.Parameter given && given.type().equals("[Ljava/lang/String;");
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
      boolean words = reader.type().endsWith("Tokenizer");
      return document ? words ? Sizes.ELEMENTS : Sizes.LINES : Sizes.TOKENS;
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

  /** What the code says of a bound: a number, or how many elements there are. */
  Optional<Interval> counted(MethodFacts in, Value bound) {
    OptionalInt number = elements.number(in, bound);
    OptionalInt counted = number.isPresent() ? number : elements.behind(in, bound);
    return counted.isPresent()
        ? Optional.of(Interval.of(Math.max(1, counted.getAsInt())))
        : Optional.empty();
  }

  /** How many there are in a constant that lists them. */
  private Optional<Interval> listed(MethodFacts in, Value.FieldOf constant) {
    if (!linked.isFinal(constant.field())) {
      return Optional.empty();
    }
    List<Origin> origins = linked.origins(in, constant);
    return origins.size() == 1
        ? elements.listed(origins.get(0)).map(Interval::of).or(() -> registered(in, constant))
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

  static boolean isBuffer(Value value) {
    String type = declared(value);
    return type.startsWith("Ljava/nio/") && type.endsWith("Buffer;");
  }

  static boolean isText(Value value) {
    String type = declared(value);
    return type.equals("Ljava/lang/String;")
        || (value instanceof Value.Constant constant && constant.value() instanceof String)
        || type.equals("Ljava/lang/CharSequence;")
        || type.startsWith("Ljava/lang/StringBu")
        || (value instanceof Value.Result result && result.callee().name().equals("toCharArray"));
  }

  private Interval returned(MethodFacts in, Op.Call call, int depth) {
    String name = call.callee().name();
    if (answers.asks(call)) {
      return Sizes.RECORDS;
    }
    if (linked.facts().inJdk(call.callee().owner())) {
      return fromJdk(in, call, name, depth);
    }
    if (answers.handsBack(in, call)) {
      return Sizes.RECORDS;
    }
    if (Few.isFew(name)) {
      return Sizes.PARTS;
    }
    if (splits(call)) {
      return texts.parts(in, call);
    }
    boolean own = call.receiver().filter(value -> isThis(in, value)).isPresent();
    if (asksByName(call)
        || (!own && call.receiver().isPresent() && isElement(call.callee().owner()))) {
      return Sizes.PARTS;
    }
    if (VIEWS.contains(name) && call.parameters() == 0 && call.receiver().isPresent()) {
      return elements(in, call.receiver().get(), depth + 1);
    }
    return linked
        .body(call.callee())
        .filter(Amounts::readsField)
        .map(getter -> own && !isElement(getter.ref().owner()) ? usual(in) : Sizes.PARTS)
        .orElse(usual(in));
  }

  /** Whether a method takes a text apart at what it is given, as the JDK's does. */
  private static boolean splits(Op.Call call) {
    return call.callee().name().startsWith("split")
        && call.arguments().size() > 1
        && isText(call.arguments().get(0));
  }

  /** Whether an object is asked for what it has under a name: a part of a document, a setting. */
  private boolean asksByName(Op.Call call) {
    return call.receiver().isPresent()
        && !linked.facts().isRoot(call.callee().owner())
        && call.parameters() > 0
        && call.parameter(0) instanceof Value.Constant name
        && name.value() instanceof String;
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
      Interval matches = texts.matches(in, call.arguments().get(1));
      boolean inside = !linked.facts().isRoot(in.ref().owner()) && matches.equals(Sizes.MATCHES);
      return inside ? Sizes.TOKENS : matches;
    }
    if (name.equals("readLine")) {
      return Sizes.LINES;
    }
    if (call.callee().owner().startsWith("javax.xml.xpath.")) {
      return Sizes.RECORDS;
    }
    if (call.callee().owner().equals("java.util.zip.ZipFile")) {
      return Sizes.FILES;
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
    if (RANGES.contains(name)) {
      return usual(in);
    }
    if (Few.isFew(call.callee())) {
      return Sizes.PARTS;
    }
    if (call.callee().owner().equals("java.util.Collections")
        && OF_ANOTHER.matcher(name).matches()) {
      return elements(in, call.arguments().get(0), depth + 1);
    }
    if (name.equals("concat") && call.how() == Op.How.STATIC) {
      return elements(in, call.arguments().get(0), depth + 1)
          .plus(elements(in, call.arguments().get(1), depth + 1));
    }
    return call.receiver().map(r -> elements(in, r, depth + 1)).orElse(Sizes.ELEMENTS);
  }

  /** Whether a loop goes through a part of what is sorted. */
  static boolean ofRange(Linked linked, MethodFacts in, Value over) {
    Value at = over;
    for (int depth = 0; depth < NESTING && at instanceof Value.Result result; depth++) {
      if (RANGES.contains(result.callee().name())
          && linked.facts().inJdk(result.callee().owner())) {
        return true;
      }
      at = linked.call(in, result.op()).flatMap(Op.Call::receiver).orElse(over);
    }
    return false;
  }

  private static Interval ofText(String method) {
    return method.equals("lines") ? Sizes.LINES : Sizes.CHARACTERS;
  }

  /** A digest is short, an encoded text is as long as the text, all other bytes are a file's. */
  Interval bytesIn(MethodFacts in, Value value) {
    List<Value> made = linked.origins(in, value).stream().map(Origin::value).toList();
    if (made.stream().allMatch(Amounts::digested)) {
      return Sizes.DIGEST;
    }
    boolean text = encoded(value) || (!made.isEmpty() && made.stream().allMatch(Amounts::encoded));
    return text ? Sizes.CHARACTERS : Sizes.BYTES;
  }

  private static boolean digested(Value made) {
    return made instanceof Value.Result result
        && DIGESTS.matcher(result.callee().owner()).matches();
  }

  /** Bytes that a text is encoded as: one a character. */
  Interval encodedIn(MethodFacts in, Value bytes) {
    return texts.characters(in, text(in, bytes));
  }

  static boolean encoded(Value value) {
    return value instanceof Value.Result result
        && result.callee().owner().equals("java.lang.String")
        && result.callee().name().equals("getBytes");
  }

  /** Whether a field belongs to an element, or to a record, rather than to a service. */
  private boolean ofElement(MethodFacts in, Value.FieldOf field) {
    return field.base().isPresent()
        && (!isThis(in, field.base().get()) || isElement(field.field().owner()));
  }

  /** Whether the objects of a class are data: records, and what collections are full of. */
  private boolean isElement(String type) {
    return isRecord(type) || members.contains(type);
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

  static Optional<Interval> exact(Value value) {
    Value length = value instanceof Value.NewArray array ? array.length() : value;
    return length instanceof Value.Constant constant
            && constant.value() instanceof Number number
            && number.doubleValue() < Integer.MAX_VALUE
        ? Optional.of(Interval.of(Math.max(1, number.doubleValue())))
        : Optional.empty();
  }

  static String declared(Value value) {
    if (value instanceof Value.Parameter parameter) {
      return parameter.type();
    }
    if (value instanceof Value.Result result) {
      String descriptor = result.callee().descriptor();
      return descriptor.substring(descriptor.indexOf(')') + 1);
    }
    return value instanceof Value.FieldOf field ? field.field().descriptor() : "";
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
