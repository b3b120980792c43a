package dev.concur.catalogue;

import dev.concur.model.Entry;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Runner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads catalogue texts into {@link Lines}. */
final class LineReader {
  private static final List<Effect> LOCKS = List.of(new Effect.LocksReceiver());

  private final Lines lines = new Lines();
  private final Map<Kind, Interval> usual = new EnumMap<>(Kind.class);
  private final EffectWords effectWords = new EffectWords(usual);

  /** One line: its first word, what follows, where it stands, and how much its text counts. */
  private record Line(String first, String rest, Source source, int tier) {}

  /**
   * Reads texts in rising priority: {@code tiers} holds groups, a later group wins over an earlier
   * one.
   */
  static Lines read(List<List<ApiFile>> tiers) {
    LineReader reader = new LineReader();
    List<Line> all = new ArrayList<>();
    for (int tier = 0; tier < tiers.size(); tier++) {
      for (ApiFile file : tiers.get(tier)) {
        addLines(file, tier, all);
      }
    }
    // The usual times come first, so that it does not matter in which file they stand.
    all.stream().filter(line -> line.first().equals("default")).forEach(reader::readSafely);
    all.stream().filter(line -> !line.first().equals("default")).forEach(reader::readSafely);
    return reader.lines;
  }

  private static void addLines(ApiFile file, int tier, List<Line> all) {
    int number = 0;
    for (String written : (Iterable<String>) file.text().lines()::iterator) {
      number++;
      String text = withoutComment(written).trim();
      if (!text.isEmpty()) {
        int end = endOfFirstWord(text);
        all.add(
            new Line(
                text.substring(0, end),
                text.substring(end).trim(),
                new Source(file.name(), number, text),
                tier));
      }
    }
  }

  private static String withoutComment(String line) {
    for (int i = line.indexOf('#'); i >= 0; i = line.indexOf('#', i + 1)) {
      if (i == 0 || Character.isWhitespace(line.charAt(i - 1))) {
        return line.substring(0, i);
      }
    }
    return line;
  }

  // A signature may have blanks between its parentheses.
  private static int endOfFirstWord(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0 && Character.isWhitespace(c)) {
        return i;
      }
    }
    return text.length();
  }

  private void readSafely(Line line) {
    try {
      read(line);
    } catch (BadLine bad) {
      Source source = line.source();
      lines.problems.add(new Problem(source.file(), source.line(), source.text(), bad.expected()));
    }
  }

  private void read(Line line) throws BadLine {
    switch (line.first()) {
      case "source", "artifact" -> new Words(line.rest()).rest("where the knowledge comes from");
      case "default" -> readDefault(line);
      case "field" -> readField(line);
      case "entry" -> readEntry(line);
      case "scope" -> readScope(line);
      case "claims" -> lines.claims.add(annotated(line, Claim.class));
      case "proxy" -> readProxy(line);
      case "unread" -> lines.unread.add(about(type(new Words(line.rest())), line));
      case "around" -> lines.around.add(about(annotation(line), line));
      case "safe" -> lines.safeties.add(marked(line, Safety.SAFE));
      case "unsafe" -> lines.safeties.add(marked(line, Safety.UNSAFE));
      case "reusable" -> readReusable(line);
      case "role" -> readRole(line);
      case "synchronized" ->
          lines.synchronizedTypes.add(
              marked(line, new Effects(true, LOCKS, false, List.of(line.source()))));
      case "contended" -> lines.contended.add(marked(line, true));
      case "promise" -> lines.promises.add(marked(line, true));
      case "receives" -> readReceives(line);
      case "dispatches" -> readDispatches(line);
      case "twin" -> readTwin(line);
      default -> lines.methods.add(method(line.first(), line.rest(), line));
    }
  }

  private SignatureIndex.Line<Lines.Method> method(String signature, String effects, Line line)
      throws BadLine {
    return new SignatureIndex.Line<>(
        Signature.parse(signature), effectWords.method(effects), line.tier(), line.source());
  }

  private void readDefault(Line line) throws BadLine {
    Words words = new Words(line.rest());
    usual.put(words.kind(), words.nanos());
    words.end();
  }

  private void readField(Line line) throws BadLine {
    int end = endOfFirstWord(line.rest());
    lines.fields.add(method(line.rest().substring(0, end), line.rest().substring(end), line));
  }

  private void readEntry(Line line) throws BadLine {
    Words words = new Words(line.rest());
    String subject = words.next("an @annotation or a method");
    Entry.Kind kind =
        words.oneOf(
            Entry.Kind.class,
            "what calls it: web, message, scheduled, task, event-loop, management, main");
    Runner runner =
        words.accept("on")
            ? words.oneOf(
                Runner.class, "platform, pool, common-pool, virtual, event-loop, ui or unknown")
            : Runner.POOL;
    EntryPoint entry = new EntryPoint(kind, runner, !words.accept("single"));
    words.end();
    if (subject.startsWith("@")) {
      lines.entryAnnotations.add(
          new NameIndex.Line<>(Glob.of(subject.substring(1)), entry, line.source()));
    } else {
      lines.entries.add(
          new SignatureIndex.Line<>(Signature.parse(subject), entry, line.tier(), line.source()));
    }
  }

  private static <E extends Enum<E>> NameIndex.Line<E> annotated(Line line, Class<E> type)
      throws BadLine {
    Glob annotation = annotation(line);
    Words words = new Words(line.rest().substring(endOfFirstWord(line.rest())));
    String values = Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
    E value = words.oneOf(type, "one of " + values);
    words.end();
    return new NameIndex.Line<>(annotation, value, line.source());
  }

  private void readScope(Line line) throws BadLine {
    if (line.rest().startsWith("@")) {
      lines.scopes.add(annotated(line, BeanScope.class));
      return;
    }
    Words words = new Words(line.rest());
    Glob type = type(words);
    String values = Arrays.toString(BeanScope.values()).toLowerCase(Locale.ROOT);
    BeanScope scope = words.oneOf(BeanScope.class, "one of " + values);
    words.end();
    lines.scopedTypes.add(new NameIndex.Line<>(type, scope, line.source()));
  }

  private static Glob annotation(Line line) throws BadLine {
    String name = line.rest().substring(0, endOfFirstWord(line.rest()));
    if (!name.startsWith("@")) {
      throw new BadLine("an @annotation, not '" + name + "'");
    }
    return Glob.of(name.substring(1));
  }

  private void readProxy(Line line) throws BadLine {
    if (line.rest().startsWith("@")) {
      lines.proxyAnnotations.add(about(annotation(line), line));
    } else {
      lines.proxies.add(about(type(new Words(line.rest())), line));
    }
  }

  private NameIndex.Line<Effects> about(Glob name, Line line) throws BadLine {
    String effects = line.rest().substring(endOfFirstWord(line.rest()));
    Effects said = new Effects(true, effectWords.effects(effects), true, List.of(line.source()));
    return new NameIndex.Line<>(name, said, line.source());
  }

  private void readRole(Line line) throws BadLine {
    Words words = new Words(line.rest());
    Glob type = type(words);
    Role role =
        words.oneOf(
            Role.class,
            "connection, file, pool, cache, thread, process, native, registry or costly");
    words.end();
    lines.roles.add(new NameIndex.Line<>(type, role, line.source()));
  }

  private void readReusable(Line line) throws BadLine {
    Words words = new Words(line.rest());
    Glob type = type(words);
    Reusable how =
        new Reusable(
            words.accept("data"),
            names(words, "begins"),
            names(words, "ends"),
            names(words, "each"));
    words.end();
    lines.reusables.add(new NameIndex.Line<>(type, how, line.source()));
  }

  private static Set<String> names(Words words, String role) throws BadLine {
    return words.accept(role) ? Set.of(words.next("names of methods").split(",", -1)) : Set.of();
  }

  private static <T> NameIndex.Line<T> marked(Line line, T value) throws BadLine {
    Words words = new Words(line.rest());
    Glob type = type(words);
    words.end();
    return new NameIndex.Line<>(type, value, line.source());
  }

  private void readReceives(Line line) throws BadLine {
    Words words = new Words(line.rest());
    Signature method = Signature.parse(words.next("a method"));
    String what = words.next("what it waits for, in a word");
    words.end();
    lines.receives.add(new SignatureIndex.Line<>(method, what, line.tier(), line.source()));
  }

  private void readDispatches(Line line) throws BadLine {
    Words words = new Words(line.rest());
    Signature method = Signature.parse(words.next("a method"));
    Place handler = words.place();
    String what = words.next("what comes, in a word");
    if (!words.accept("unless")) {
      throw new BadLine("unless and the method that gives it more threads");
    }
    Dispatcher how = new Dispatcher(handler, what, words.next("a method"));
    words.end();
    lines.dispatchers.add(new SignatureIndex.Line<>(method, how, line.tier(), line.source()));
  }

  private void readTwin(Line line) throws BadLine {
    Words words = new Words(line.rest());
    Signature from = Signature.parse(words.next("a method"));
    if (!words.accept("->")) {
      throw new BadLine("-> and the method that only starts it");
    }
    Signature to = Signature.parse(words.next("a method"));
    int since = words.accept("since") ? words.number("a Java release") : 0;
    words.end();
    Twin twin = new Twin(to.owner().text(), to.name().text(), since);
    lines.twins.add(new SignatureIndex.Line<>(from, twin, line.tier(), line.source()));
  }

  private static Glob type(Words words) throws BadLine {
    String name = words.next("a type");
    if (!Names.isPath(name)) {
      throw new BadLine("a type such as java.util.ArrayList, not '" + name + "'");
    }
    return Glob.of(name);
  }
}
