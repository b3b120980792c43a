package dev.concur.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import dev.concur.model.Bound;
import dev.concur.model.Kind;
import dev.concur.model.Label;
import dev.concur.model.Spot;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The code base by package and method. The figures lie on the page as data; its script draws the
 * rows in view.
 */
final class HtmlLandscape {

  private HtmlLandscape() {}

  /** The rows as data: each distinct text once, then a row of numbers for each method. */
  static String data(Report report) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator =
        new JsonFactory().createGenerator(out).setCharacterEscapes(new NoMarkup())) {
      write(generator, report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void write(JsonGenerator generator, Report report) throws IOException {
    Map<String, Integer> texts = new LinkedHashMap<>();
    generator.writeStartObject();
    words(generator, "bounds", List.of(Bound.values()).stream().map(Bound::word).toList());
    generator.writeArrayFieldStart("rows");
    for (Label label : report.methods()) {
      writeRow(generator, label, texts);
    }
    generator.writeEndArray();
    words(generator, "texts", List.copyOf(texts.keySet()));
    generator.writeEndObject();
  }

  private static void words(JsonGenerator generator, String name, List<String> words)
      throws IOException {
    generator.writeArrayFieldStart(name);
    for (String word : words) {
      generator.writeString(word);
    }
    generator.writeEndArray();
  }

  /**
   * Package, class, method, bound, kinds, cpu, wait, confidence, flags, place, evidence, missing.
   */
  private static void writeRow(JsonGenerator generator, Label label, Map<String, Integer> texts)
      throws IOException {
    String owner = label.at().className();
    int dot = owner.lastIndexOf('.');
    generator.writeStartArray();
    generator.writeNumber(index(texts, dot < 0 ? "" : owner.substring(0, dot)));
    generator.writeNumber(index(texts, owner.substring(dot + 1)));
    generator.writeNumber(
        index(texts, label.at().method() + Descriptors.arguments(label.at().descriptor())));
    generator.writeNumber(index(texts, label.bound().word()));
    writeTexts(generator, texts, label.kinds().stream().map(Kind::word).toList());
    writeNanos(generator, label.cost().map(cost -> cost.cpu().middle()).orElse(Double.NaN));
    writeNanos(generator, label.cost().map(cost -> cost.waiting().middle()).orElse(Double.NaN));
    generator.writeNumber(index(texts, label.confidence().word()));
    generator.writeNumber((label.blocking() ? 1 : 0) + (label.async() ? 2 : 0));
    generator.writeNumber(index(texts, Words.plain(label.at().asStackFrame())));
    writeTexts(generator, texts, label.evidence().stream().map(HtmlLandscape::step).toList());
    writeTexts(generator, texts, label.missing());
    generator.writeEndArray();
  }

  private static String step(Spot spot) {
    return spot.asStackFrame() + (spot.note().isEmpty() ? "" : "  " + spot.note());
  }

  private static void writeTexts(
      JsonGenerator generator, Map<String, Integer> texts, List<String> words) throws IOException {
    generator.writeStartArray();
    for (String word : words) {
      generator.writeNumber(index(texts, word));
    }
    generator.writeEndArray();
  }

  private static int index(Map<String, Integer> texts, String text) {
    Integer known = texts.putIfAbsent(Words.plain(text), texts.size());
    return known == null ? texts.size() - 1 : known;
  }

  private static void writeNanos(JsonGenerator generator, double nanos) throws IOException {
    if (Double.isFinite(nanos)) {
      generator.writeNumber(Math.round(nanos));
    } else {
      generator.writeNull();
    }
  }

  /** JSON that cannot end the script element it stands in. */
  private static final class NoMarkup extends CharacterEscapes {

    private static final long serialVersionUID = 1;

    private final int[] escapes = standardAsciiEscapesForJSON();

    NoMarkup() {
      for (char c : new char[] {'<', '>', '&'}) {
        escapes[c] = ESCAPE_STANDARD;
      }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return escapes.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
      return null;
    }
  }
}
