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
import java.io.Writer;
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

  static void write(Html html, Report report) throws IOException {
    html.open("section", "id", "landscape").leaf("h2", "Landscape");
    if (report.methods().isEmpty()) {
      html.leaf("p", "No method was read.", "class", "lead").close();
      return;
    }
    html.leaf(
        "p",
        "What waits and what computes, by package and method. Choose a package to see its methods;"
            + " choose a method to see why.",
        "class",
        "lead");
    html.open("noscript").leaf("p", "This table needs the page's own script.").close();
    writeFilters(html);
    html.leaf("h3", "Packages", "id", "packages-title");
    grid(html, "packages");
    html.leaf("h3", "Methods", "id", "methods-title");
    html.leaf("output", "", "id", "method-count", "aria-live", "polite");
    grid(html, "methods");
    html.open("div", "id", "method-detail", "class", "card", "aria-live", "polite", "hidden", "");
    html.close().close();
  }

  private static void writeFilters(Html html) throws IOException {
    html.open("form", "class", "filters", "id", "method-filter", "role", "search");
    html.open("label").text("Search ");
    html.empty("input", "type", "search", "name", "text", "placeholder", "package, class, method");
    html.close().open("fieldset").leaf("legend", "Limited by");
    for (Bound bound : Bound.values()) {
      html.open("label");
      html.empty(
          "input", "type", "checkbox", "name", "bound", "value", bound.word(), "checked", "");
      html.text(" ").open("span", "class", "key " + bound.word()).close();
      html.text(bound.word()).close();
    }
    html.close().open("label").text("Kind ").open("select", "name", "kind");
    html.leaf("option", "any", "value", "");
    for (Kind kind : Kind.values()) {
      html.leaf("option", kind.word(), "value", kind.word());
    }
    html.close().close();
    html.open("label");
    html.empty("input", "type", "checkbox", "name", "blocking").text(" only blocking").close();
    html.leaf("button", "Clear", "type", "reset").close();
  }

  private static void grid(Html html, String name) throws IOException {
    html.open("div", "class", "grid", "id", name);
    html.close();
  }

  /** The rows as data: each distinct text once, then a row of numbers for each method. */
  static void writeData(Html html, Writer out, Report report) throws IOException {
    html.open("script", "type", "application/json", "id", "data");
    JsonGenerator generator =
        new JsonFactory()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .setCharacterEscapes(new NoMarkup());
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
    generator.close();
    html.close();
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
