package dev.concur.catalogue;

import dev.concur.model.Entry;
import dev.concur.model.Interval;
import dev.concur.model.Kind;
import dev.concur.model.Runner;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads catalogue texts into {@link Lines}. */
final class LineReader {
  private static final Set<String> HEADERS = Set.of("source", "artifact", "default");

  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");
  private static final Pattern LINE_END = Pattern.compile("\\R");
  private static final Pattern TYPE = Pattern.compile("[\\w.$*]+");

  private final Lines lines = new Lines();
  private final Map<Kind, Interval> usual = new EnumMap<>(Kind.class);
  private final EffectWords effectWords = new EffectWords(usual);

  /**
   * Reads texts in rising priority: {@code tiers} holds groups, a later group wins over an earlier
   * one.
   */
  static Lines read(List<List<ApiFile>> tiers) {
    LineReader reader = new LineReader();
    for (int tier = 0; tier < tiers.size(); tier++) {
      reader.readAll(tiers.get(tier), tier, true);
    }
    for (int tier = 0; tier < tiers.size(); tier++) {
      reader.readAll(tiers.get(tier), tier, false);
    }
    return reader.lines;
  }

  // The usual times come first, so that it does not matter in which file they stand.
  private void readAll(List<ApiFile> files, int tier, boolean headers) {
    for (ApiFile file : files) {
      String[] texts = LINE_END.split(file.text(), -1);
      for (int i = 0; i < texts.length; i++) {
        String text = withoutComment(texts[i]);
        if (!text.isEmpty() && HEADERS.contains(text.split("\\s", 2)[0]) == headers) {
          readLine(new Source(file.name(), i + 1, text), tier);
        }
      }
    }
  }

  private static String withoutComment(String line) {
    return COMMENT.matcher(line).replaceFirst("").trim();
  }

  private void readLine(Source source, int tier) {
    try {
      readLine(source.text(), source, tier);
    } catch (BadLine bad) {
      lines.problems.add(new Problem(source.file(), source.line(), source.text(), bad.expected()));
    }
  }

  private void readLine(String text, Source source, int tier) throws BadLine {
    int space = endOfFirstWord(text);
    String first = text.substring(0, space);
    String rest = text.substring(space).trim();
    Words words = new Words(rest);
    switch (first) {
      case "source", "artifact" -> words.rest("where the knowledge comes from");
      case "default" -> readDefault(words);
      case "field" -> readField(rest, source, tier);
      case "entry" -> readEntry(words, source, tier);
      case "scope" -> lines.scopes.add(annotated(words, source, BeanScope.class));
      case "claims" -> lines.claims.add(annotated(words, source, Claim.class));
      case "proxy" -> readProxy(rest, source);
      case "safe", "unsafe" ->
          lines.safeties.add(
              new NameIndex.Line<>(
                  type(words), first.equals("safe") ? Safety.SAFE : Safety.UNSAFE, source));
      case "role" -> {
        Glob type = type(words);
        lines.roles.add(new NameIndex.Line<>(type, words.oneOf(Role.class, roles()), source));
      }
      case "synchronized" ->
          lines.synchronizedTypes.add(new NameIndex.Line<>(type(words), true, source));
      case "promise" -> lines.promises.add(new NameIndex.Line<>(type(words), true, source));
      case "twin" -> readTwin(words, source, tier);
      default ->
          lines.methods.add(
              new SignatureIndex.Line<>(Signature.parse(first), method(rest), tier, source));
    }
    if (!first.contains(".") && !first.equals("field") && !first.equals("proxy")) {
      words.end();
    }
  }

  private static String roles() {
    return "connection, file, pool, cache, thread, process, native, registry or costly";
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

  private void readDefault(Words words) throws BadLine {
    Kind kind = words.kind();
    usual.put(kind, words.nanos());
  }

  private void readField(String text, Source source, int tier) throws BadLine {
    int space = endOfFirstWord(text);
    Signature field = Signature.parse(text.substring(0, space));
    lines.fields.add(new SignatureIndex.Line<>(field, method(text.substring(space)), tier, source));
  }

  private Lines.Method method(String text) throws BadLine {
    String effects = text;
    int since = 0;
    int until = 0;
    for (String part : text.split(";")) {
      Words words = new Words(part);
      if (words.accept("since")) {
        since = words.number("a Java release");
        effects = effects.replace(";" + part, "");
      } else if (words.accept("until")) {
        until = words.number("a Java release");
        effects = effects.replace(";" + part, "");
      }
    }
    return new Lines.Method(effectWords.effects(effects), since, until);
  }

  private void readEntry(Words words, Source source, int tier) throws BadLine {
    String subject = words.next("an @annotation or a method");
    Entry.Kind kind =
        words.oneOf(
            Entry.Kind.class,
            "what calls it: web, message, scheduled, task, event-loop, management, main");
    Runner runner = Runner.POOL;
    if (words.accept("on")) {
      runner =
          words.oneOf(
              Runner.class, "platform, pool, common-pool, virtual, event-loop, ui or unknown");
    }
    EntryPoint entry = new EntryPoint(kind, runner, !words.accept("single"));
    if (subject.startsWith("@")) {
      lines.entryAnnotations.add(
          new NameIndex.Line<>(Glob.of(subject.substring(1)), entry, source));
    } else {
      lines.entries.add(new SignatureIndex.Line<>(Signature.parse(subject), entry, tier, source));
    }
  }

  private static <E extends Enum<E>> NameIndex.Line<E> annotated(
      Words words, Source source, Class<E> type) throws BadLine {
    String name = words.next("an @annotation");
    if (!name.startsWith("@")) {
      throw new BadLine("an @annotation, not '" + name + "'");
    }
    E value =
        words.oneOf(
            type,
            "one of "
                + List.of(type.getEnumConstants()).toString().toLowerCase(java.util.Locale.ROOT));
    return new NameIndex.Line<>(Glob.of(name.substring(1)), value, source);
  }

  private void readProxy(String text, Source source) throws BadLine {
    int space = endOfFirstWord(text);
    String subject = text.substring(0, space);
    if (subject.isEmpty()) {
      throw new BadLine("an @annotation or a type");
    }
    Effects effects =
        new Effects(true, effectWords.effects(text.substring(space)), true, List.of(source));
    if (subject.startsWith("@")) {
      lines.proxyAnnotations.add(
          new NameIndex.Line<>(Glob.of(subject.substring(1)), effects, source));
    } else {
      lines.proxies.add(new NameIndex.Line<>(Glob.of(subject), effects, source));
    }
  }

  private void readTwin(Words words, Source source, int tier) throws BadLine {
    Signature from = Signature.parse(words.next("a method"));
    if (!words.accept("->")) {
      throw new BadLine("-> and the method that only starts it");
    }
    Signature to = Signature.parse(words.next("a method"));
    int since = words.accept("since") ? words.number("a Java release") : 0;
    Twin twin = new Twin(to.owner().text(), to.name().text(), since);
    lines.twins.add(new SignatureIndex.Line<>(from, twin, tier, source));
  }

  private static Glob type(Words words) throws BadLine {
    String name = words.next("a type");
    if (!TYPE.matcher(name).matches()) {
      throw new BadLine("a type such as java.util.ArrayList, not '" + name + "'");
    }
    return Glob.of(name);
  }
}
