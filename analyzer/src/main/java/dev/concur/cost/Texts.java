package dev.concur.cost;

import dev.concur.catalogue.Effects;
import dev.concur.link.Linked;
import dev.concur.link.Origin;
import dev.concur.model.Interval;
import dev.concur.model.MethodRef;
import dev.concur.read.LoopFacts;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long a text is.
 *
 * <p>A literal is as long as it is. What was read from a file or an answer, what has lines, and
 * what its author calls a document is long; what is one of many, or is called a name or a key, is
 * short.
 */
final class Texts {

  /** How long a text seems to be. */
  private enum Length {
    /** A name, a key, a line. */
    SHORT,
    /** Nothing says. */
    USUAL,
    /** A document, a page, a file. */
    LONG
  }

  private static final Pattern LONG_NAME =
      Pattern.compile(
          "(.*[a-z])?(text|texts|template|letter|manuscript|report|document|content|contents|body|source|html|xml|json|csv|markdown"
              + "|page|article|corpus|script|markup|payload|essay|book|chapter|prose)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SHORT_NAME =
      Pattern.compile(
          "(.*[a-z])?(name|title|key|word|token|line|row|path|url|uri|email|mail|address|label|id"
              + "|tag|term|query|phrase|header|field|date|number|code|prefix|suffix|symbol)",
          Pattern.CASE_INSENSITIVE);

  /** What texts are taken apart at into their lines or words; at all else, into some fields. */
  private static final Pattern LINES_OR_WORDS =
      Pattern.compile(".*(\\\\s|\\\\W|\\\\n|\\\\R|\\n| ).*|", Pattern.DOTALL);

  private static final Pattern TAKES_ONE =
      Pattern.compile("readLine|next(Line|Element|Token)?|get\\w*|poll|take|group|valueOf");

  /** Reads or receives all of something as one text. */
  private static final Pattern READS_ALL =
      Pattern.compile("readString|body|readAllBytes|readFileToString|getResponseBody|readText");

  /** Makes a text that is about as long as the one it is called on. */
  private static final Pattern KEEPS_LENGTH =
      Pattern.compile("to(Lower|Upper)Case|trim|strip.*|replace.*|concat|matcher|toCharArray");

  private static final Pattern CONVERSION = Pattern.compile("%[-#+ 0,(\\d.$]*([a-zA-Z])");

  private static final double USUAL_CONVERSIONS = 3;

  private static final String FRACTIONS = "eEfgGaA";

  /** Rounding a fraction takes so many times as long as putting in a word. */
  private static final double FRACTION = 2.5;

  private static final Value END_OF_LINE = new Value.Constant((int) '\n');

  private static final int NESTING = 8;

  private final Linked linked;

  Texts(Linked linked) {
    this.linked = linked;
  }

  /** Characters that a loop over a text goes through. */
  Interval characters(MethodFacts in, LoopFacts loop, Value text) {
    return hasLines(in, loop) ? Sizes.DOCUMENT : characters(in, text);
  }

  /** Characters of a text. */
  Interval characters(MethodFacts in, Value text) {
    Optional<Integer> literal = literal(text);
    if (literal.isPresent()) {
      return Interval.of(Math.max(1, literal.get()));
    }
    return switch (length(in, text, 0)) {
      case SHORT -> Sizes.WORDS;
      case USUAL -> Sizes.CHARACTERS;
      case LONG -> Sizes.DOCUMENT;
    };
  }

  /** How much longer than filling in one placeholder it takes to fill in those of a format. */
  double conversions(Value format) {
    return literal(format).isEmpty()
        ? USUAL_CONVERSIONS
        : CONVERSION
            .matcher((String) ((Value.Constant) format).value())
            .results()
            .mapToDouble(found -> FRACTIONS.indexOf(found.group(1)) < 0 ? 1 : FRACTION)
            .sum();
  }

  /** The same for a text that is given to a call, whose answer may be walked. */
  Interval characters(MethodFacts in, Value text, Op.Call call) {
    Interval found = characters(in, text);
    return found.equals(Sizes.DOCUMENT) && walked(in, call) ? Sizes.LISTING : found;
  }

  /** Whether there is a loop over what a call answers: then many things were in what it read. */
  private static boolean walked(MethodFacts in, Op.Call call) {
    return in.loops().stream()
        .map(LoopFacts::over)
        .anyMatch(over -> over instanceof Value.Result result && result.op() == call.id());
  }

  /** How much longer it is than a text of the usual length. */
  double times(MethodFacts in, Value text, Op.Call call) {
    if (walked(in, call) && length(in, text, 0) == Length.LONG) {
      return Sizes.LISTING.middle() / Sizes.PHRASE;
    }
    return times(in, text);
  }

  private double times(MethodFacts in, Value text) {
    boolean document = length(in, text, 0) == Length.LONG;
    return document ? Sizes.DOCUMENT.middle() / Sizes.PHRASE : 1;
  }

  /** The parts that a text is split into: lines or words of a document, or fields of a line. */
  Interval parts(MethodFacts in, Op.Call split) {
    Value separator = split.arguments().get(1);
    boolean many =
        separator instanceof Value.Constant constant
            && LINES_OR_WORDS.matcher(String.valueOf(constant.value())).matches();
    Length length = length(in, split.arguments().get(0), 0);
    return many && length != Length.SHORT ? Sizes.ELEMENTS : Sizes.PARTS;
  }

  /** How often a pattern is found in a text. */
  Interval matches(MethodFacts in, Value text) {
    return switch (length(in, text, 0)) {
      case SHORT -> Sizes.PARTS;
      case USUAL -> Sizes.MATCHES;
      case LONG -> Sizes.ELEMENTS;
    };
  }

  /** Whether a loop over characters looks for ends of lines: then the text is a document. */
  private static boolean hasLines(MethodFacts in, LoopFacts loop) {
    return in.blocks().stream()
        .filter(block -> block.loop() == loop.index())
        .flatMap(block -> block.ops().stream())
        .anyMatch(op -> op instanceof Op.Branch test && END_OF_LINE.equals(test.right()));
  }

  private static Optional<Integer> literal(Value text) {
    return text instanceof Value.Constant constant && constant.value() instanceof String written
        ? Optional.of(written.length())
        : Optional.empty();
  }

  private Length length(MethodFacts in, Value text, int depth) {
    if (depth > NESTING) {
      return Length.USUAL;
    }
    if (text instanceof Value.Phi phi) {
      List<Value> inputs = in.phis().get(phi.index());
      return inputs.isEmpty() ? Length.USUAL : length(in, inputs.get(0), depth + 1);
    }
    if (text instanceof Value.Element) {
      return Length.SHORT;
    }
    if (text instanceof Value.Result result) {
      return ofResult(in, result, depth);
    }
    if (text instanceof Value.New) {
      return decoded(in, text) ? Length.LONG : Length.USUAL;
    }
    if (text instanceof Value.FieldOf field) {
      return byName(field.field().name());
    }
    return text instanceof Value.Parameter parameter ? ofParameter(in, parameter) : Length.USUAL;
  }

  private Length ofResult(MethodFacts in, Value.Result result, int depth) {
    String name = result.callee().name();
    if (READS_ALL.matcher(name).matches()) {
      return Length.LONG;
    }
    boolean jdk = linked.facts().inJdk(result.callee().owner());
    if (jdk && TAKES_ONE.matcher(name).matches()) {
      return Length.SHORT;
    }
    Optional<Op.Call> call = linked.call(in, result.op());
    int kept = name.equals("matcher") ? 1 : 0;
    if (call.filter(made -> kept < made.arguments().size()).isPresent()
        && KEEPS_LENGTH.matcher(name).matches()) {
      return length(in, call.get().arguments().get(kept), depth + 1);
    }
    if (jdk) {
      return Length.USUAL;
    }
    if (call.filter(this::waits).isPresent()) {
      return Length.LONG;
    }
    Length named = byName(name);
    return named == Length.USUAL ? ofBody(result.callee(), depth) : named;
  }

  /** Whether it reads what it answers from somewhere, all of it. */
  private boolean waits(Op.Call call) {
    Effects effects = linked.effects(call);
    return !effects.waits().isEmpty() || !effects.waitsAs().isEmpty();
  }

  /** As long as what a method of the program hands back. */
  private Length ofBody(MethodRef callee, int depth) {
    return linked.body(callee).stream()
        .flatMap(body -> Joins.returns(body).stream().map(back -> length(body, back, depth + 1)))
        .filter(length -> length == Length.LONG)
        .findFirst()
        .orElse(Length.USUAL);
  }

  /** Whether a text was made of all bytes of something: {@code new String(in.readAllBytes())}. */
  private static boolean decoded(MethodFacts in, Value text) {
    return Devices.constructor(new Origin(in, text))
        .filter(made -> made.parameters() > 0)
        .map(made -> made.parameter(0))
        .filter(
            bytes ->
                bytes instanceof Value.Result result
                    && READS_ALL.matcher(result.callee().name()).matches())
        .isPresent();
  }

  private Length ofParameter(MethodFacts in, Value.Parameter parameter) {
    String name =
        parameter.index() < in.parameterNames().size()
            ? in.parameterNames().get(parameter.index())
            : "";
    Length named = byName(name);
    // Any characters are a text to a library.
    boolean believed = named == Length.SHORT || linked.facts().isRoot(in.ref().owner());
    if (named != Length.USUAL && believed) {
      return named;
    }
    if (in.isSynthetic()) {
      return Length.SHORT;
    }
    List<Origin> passed = linked.origins(in, parameter);
    boolean literals =
        !passed.isEmpty() && passed.stream().allMatch(from -> literal(from.value()).isPresent());
    boolean read = passed.stream().anyMatch(Texts::readAtOnce);
    return literals ? Length.SHORT : read ? Length.LONG : Length.USUAL;
  }

  private static boolean readAtOnce(Origin origin) {
    return origin.value() instanceof Value.Result result
        && READS_ALL.matcher(result.callee().name()).matches();
  }

  private static Length byName(String name) {
    if (LONG_NAME.matcher(name).matches()) {
      return Length.LONG;
    }
    return SHORT_NAME.matcher(name).matches() ? Length.SHORT : Length.USUAL;
  }
}
