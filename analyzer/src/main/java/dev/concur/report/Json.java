package dev.concur.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;

/** JSON as our formats write it: numbers are finite and short, what is not known is left out. */
final class Json {

  /** Writes one element of an array. */
  interface Element<T> {
    void write(Json json, T element) throws IOException;
  }

  // No figure of ours is good to more; it keeps 1.9230769230769231 off the page.
  private static final MathContext DIGITS = new MathContext(6);

  /** Whole numbers below this have no more digits than that. */
  private static final int EXACT = 1_000_000;

  private final JsonGenerator out;

  Json(JsonGenerator out) {
    this.out = out;
  }

  Json open() throws IOException {
    out.writeStartObject();
    return this;
  }

  Json open(String name) throws IOException {
    out.writeObjectFieldStart(name);
    return this;
  }

  Json close() throws IOException {
    out.writeEndObject();
    return this;
  }

  Json name(String name) throws IOException {
    out.writeFieldName(name);
    return this;
  }

  Json field(String name, String value) throws IOException {
    out.writeStringField(name, value);
    return this;
  }

  Json field(String name, long value) throws IOException {
    out.writeNumberField(name, value);
    return this;
  }

  Json field(String name, boolean value) throws IOException {
    out.writeBooleanField(name, value);
    return this;
  }

  Json fieldUnlessEmpty(String name, String value) throws IOException {
    return value.isEmpty() ? this : field(name, value);
  }

  Json fieldIfPositive(String name, long value) throws IOException {
    return value <= 0 ? this : field(name, value);
  }

  Json fieldIfFinite(String name, double value) throws IOException {
    return Double.isFinite(value) ? numberOrNull(name, value) : this;
  }

  Json numberOrNull(String name, double value) throws IOException {
    if (!Double.isFinite(value)) {
      return nothing(name);
    }
    name(name);
    number(value);
    return this;
  }

  Json nothing(String name) throws IOException {
    out.writeNullField(name);
    return this;
  }

  /** Both ends of an interval; left out when an end is open. */
  Json range(String name, double low, double high) throws IOException {
    if (!Double.isFinite(low) || !Double.isFinite(high)) {
      return this;
    }
    out.writeArrayFieldStart(name);
    number(low);
    number(high);
    out.writeEndArray();
    return this;
  }

  Json words(String name, Collection<String> words) throws IOException {
    out.writeArrayFieldStart(name);
    for (String word : words) {
      out.writeString(word);
    }
    out.writeEndArray();
    return this;
  }

  Json wordsUnlessEmpty(String name, Collection<String> words) throws IOException {
    return words.isEmpty() ? this : words(name, words);
  }

  Json openArray(String name) throws IOException {
    out.writeArrayFieldStart(name);
    return this;
  }

  Json closeArray() throws IOException {
    out.writeEndArray();
    return this;
  }

  <T> Json each(String name, Collection<? extends T> elements, Element<T> element)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (T one : elements) {
      element.write(this, one);
    }
    out.writeEndArray();
    return this;
  }

  private void number(double value) throws IOException {
    if (value == (int) value && Math.abs(value) < EXACT) {
      out.writeNumber((int) value);
      return;
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    out.writeNumber(rounded.toPlainString());
  }
}
