package dev.concur.cost;

import dev.concur.catalogue.Effect;
import dev.concur.catalogue.Place;
import dev.concur.link.Linked;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How much more than the catalogue's usual size a computing call is given. */
final class ComputingSizes {

  private static final Pattern COLLECTIONS =
      Pattern.compile("Ljava/util/(\\w*(Collection|List|Set|Map));|\\[L.*");

  /**
   * What helpers around the JDK's serialization are given: whole orders or reports, since single
   * values are kept in other ways. Four that were measured took 0.66 to 1.3 ms.
   */
  private static final Set<String> ANYTHING =
      Set.of("Ljava/lang/Object;", "Ljava/io/Serializable;");

  /** Fills in placeholders. */
  private static final Pattern FORMATS = Pattern.compile("format|formatted|printf");

  /** Streams that hold many files. */
  private static final Pattern ARCHIVES =
      Pattern.compile(".*\\.(\\w*Archive|Zip|Jar|Tar)(In|Out)putStream");

  /** Which argument of {@code PBEKeySpec} is the number of rounds. */
  private static final int ROUNDS_AT = 2;

  /** Thousands of rounds for a password; between what was usual in 2010 and what OWASP asks. */
  private static final double USUAL_ROUNDS = 150;

  /** However little is encoded, so much of the time of a block it takes. */
  private static final double LEAST_BLOCK = 0.05;

  private final Linked linked;
  private final Texts texts;
  private final Amounts amounts;
  private final Pictures pictures;

  ComputingSizes(Linked linked, Texts texts, Amounts amounts) {
    this.linked = linked;
    this.texts = texts;
    this.amounts = amounts;
    this.pictures = new Pictures(linked);
  }

  /** How much more than the catalogue's usual size a computing call is given. */
  double times(MethodFacts in, Op.Call call, Effect.Computes computes) {
    if (computes.kind() == Kind.IMAGE) {
      return computes.nanos().middle() < Pictures.WHOLE ? 1 : pictures.megapixels(in, call);
    }
    Optional<Place> place = computes.sizedBy();
    Optional<Value> value = place.flatMap(at -> Devices.at(call, at));
    if (value.isEmpty()) {
      return 1;
    }
    if (value.get() instanceof Value.ClassLiteral read) {
      return read(read.name());
    }
    String type = type(call, place.get());
    if (computes.kind() == Kind.COMPRESSION) {
      boolean entry = ARCHIVES.matcher(call.callee().owner()).matches();
      double whole = entry ? Sizes.ENTRY : Sizes.CONTENT;
      return type.equals("[B") ? compressed(in, value.get(), whole) : whole;
    }
    if (type.equals("Ljava/security/spec/KeySpec;")) {
      return rounds(in, value.get());
    }
    if (FORMATS.matcher(call.callee().name()).matches()) {
      return texts.conversions(value.get());
    }
    boolean parsed = computes.kind() == Kind.SERIALIZATION && type.equals("[B");
    // A body that is generic hands back an object, which is a text where a text is taken.
    boolean text = Amounts.isText(value.get()) || type.equals("Ljava/lang/String;");
    if ((parsed || text) && readsOne(call)) {
      return 1;
    }
    if (parsed) {
      return parsed(in, value.get());
    }
    if (text) {
      return texts.times(in, value.get(), call);
    }
    if (type.equals("Ljava/util/regex/Matcher;")) {
      return searched(in, value.get(), call);
    }
    if (type.equals("[B")) {
      return bytes(value.get());
    }
    boolean objects = type.equals("Ljava/lang/Object;") || type.startsWith("[L");
    String owner = call.callee().owner();
    return objects || type.startsWith("Ljava/util/") ? collected(in, value.get(), type, owner) : 1;
  }

  /**
   * Phrases that one call of a matcher goes through: a loop that goes from find to find passes
   * through the text once, all its rounds together.
   */
  private double searched(MethodFacts in, Value matcher, Op.Call call) {
    double phrases = texts.times(in, matcher, call);
    boolean loop = in.loops().stream().anyMatch(each -> each.over().equals(matcher));
    return phrases > 1 && loop
        ? Math.max(1, phrases / amounts.elements(in, matcher).middle())
        : phrases;
  }

  /** An object of a class that is named to be read: a collection, one that holds some, or one. */
  private double read(String type) {
    return type.startsWith("java.util.")
        ? Sizes.GRAPH
        : holdsMany("L" + type + ";") ? Sizes.DOCUMENT_PARTS : 1;
  }

  /** Whether a text is read as one object of the program that holds no collections. */
  private boolean readsOne(Op.Call call) {
    return call.arguments().stream()
        .filter(Value.ClassLiteral.class::isInstance)
        .map(literal -> ((Value.ClassLiteral) literal).name())
        .anyMatch(type -> linked.facts().isRoot(type) && !holdsMany("L" + type + ";"));
  }

  /** Thousands of rounds by which a password is made into a key. */
  private double rounds(MethodFacts in, Value specification) {
    return linked.origins(in, specification).stream()
        .flatMap(origin -> Devices.constructor(origin).stream())
        .filter(made -> made.parameters() > ROUNDS_AT)
        .flatMap(made -> Amounts.exact(made.parameter(ROUNDS_AT)).stream())
        .mapToDouble(rounds -> rounds.middle() / 1_000)
        .findFirst()
        .orElse(USUAL_ROUNDS);
  }

  /**
   * Blocks that are compressed: those of an array that is made here, of a short text, or a file.
   */
  private double compressed(MethodFacts in, Value value, double whole) {
    Optional<Interval> exact =
        Amounts.encoded(value)
            ? Optional.of(amounts.encodedIn(in, value)).filter(ComputingSizes::isShort)
            : Amounts.exact(value);
    return exact.map(bytes -> Math.max(LEAST_BLOCK, bytes.middle() / Sizes.BLOCK)).orElse(whole);
  }

  private static boolean isShort(Interval characters) {
    return characters.middle() < Sizes.CHARACTERS.middle();
  }

  private static double bytes(Value value) {
    Optional<Interval> exact = Amounts.exact(value);
    if (exact.isPresent()) {
      return Math.max(LEAST_BLOCK, exact.get().middle() / Sizes.BLOCK);
    }
    return Amounts.encoded(value) ? 0.1 : Sizes.CONTENT;
  }

  /**
   * Phrases in bytes that are parsed: those of the text that they encode, or of a file. Jackson
   * 2.17 was measured at 10 to 16 ns a byte, which is what its line says of a phrase.
   */
  private double parsed(MethodFacts in, Value value) {
    Interval bytes =
        Amounts.encoded(value)
            ? amounts.encodedIn(in, value)
            : Amounts.exact(value).orElse(Sizes.BYTES);
    return Math.max(1, bytes.middle() / Sizes.PHRASE);
  }

  /** An object counts as itself, a collection by its elements. */
  private double collected(MethodFacts in, Value value, String type, String owner) {
    if (type.equals("Ljava/lang/Object;")) {
      String made = value instanceof Value.New object ? object.type() : "";
      String declared = Amounts.declared(value);
      boolean many = made.startsWith("java.util.") || declared.startsWith("Ljava/util/");
      boolean anything = ANYTHING.contains(declared) && linked.facts().inJdk(owner);
      boolean parts = anything || holdsMany(declared);
      return many ? Sizes.GRAPH : parts ? Sizes.DOCUMENT_PARTS : 1;
    }
    Interval many = amounts.elements(in, value);
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

  private static String type(Op.Call call, Place place) {
    return place.receiver()
        ? "L" + call.callee().owner().replace('.', '/') + ";"
        : Amounts.parameter(call.callee().descriptor(), place.argument());
  }
}
