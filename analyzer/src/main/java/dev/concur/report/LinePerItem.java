package dev.concur.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/**
 * One line for each field of the document and each item of its arrays: small, and still fit for
 * grep and diff.
 */
final class LinePerItem extends MinimalPrettyPrinter {

  private static final long serialVersionUID = 1;

  private final int depth;
  private int open;

  LinePerItem() {
    this(2);
  }

  /**
   * @param depth how many levels of nesting are broken into lines
   */
  LinePerItem(int depth) {
    this.depth = depth;
  }

  @Override
  public void writeStartObject(JsonGenerator out) throws IOException {
    super.writeStartObject(out);
    open++;
  }

  @Override
  public void beforeObjectEntries(JsonGenerator out) throws IOException {
    breakLine(out);
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator out) throws IOException {
    super.writeObjectEntrySeparator(out);
    breakLine(out);
  }

  @Override
  public void writeEndObject(JsonGenerator out, int entries) throws IOException {
    open--;
    if (entries > 0 && open < depth) {
      breakLine(out);
    }
    super.writeEndObject(out, entries);
  }

  @Override
  public void writeStartArray(JsonGenerator out) throws IOException {
    super.writeStartArray(out);
    open++;
  }

  @Override
  public void beforeArrayValues(JsonGenerator out) throws IOException {
    breakLine(out);
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
    super.writeArrayValueSeparator(out);
    breakLine(out);
  }

  @Override
  public void writeEndArray(JsonGenerator out, int values) throws IOException {
    open--;
    if (values > 0 && open < depth) {
      breakLine(out);
    }
    super.writeEndArray(out, values);
  }

  private void breakLine(JsonGenerator out) throws IOException {
    if (open <= depth) {
      out.writeRaw('\n');
      out.writeRaw(" ".repeat(open));
    }
  }
}
