package dev.concur.report;

import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML with one element a line; characters that XML 1.0 cannot hold are replaced. */
final class Xml {

  private final XMLStreamWriter out;
  private int depth;

  Xml(Writer target) throws IOException {
    try {
      out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(target);
      out.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  Xml open(String name) throws IOException {
    try {
      indent();
      out.writeStartElement(name);
      depth++;
      return this;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  Xml attribute(String name, String value) throws IOException {
    try {
      out.writeAttribute(name, allowed(value));
      return this;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  Xml attribute(String name, int value) throws IOException {
    return attribute(name, Integer.toString(value));
  }

  /** Ends an element that holds other elements, or none. */
  Xml close() throws IOException {
    try {
      depth--;
      indent();
      out.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Ends an element with this text. */
  Xml closeWith(String text) throws IOException {
    try {
      depth--;
      out.writeCharacters(allowed(text));
      out.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  void end() throws IOException {
    try {
      out.writeEndDocument();
      out.writeCharacters("\n");
      out.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void indent() throws XMLStreamException {
    out.writeCharacters("\n" + " ".repeat(depth));
  }

  private static String allowed(String text) {
    StringBuilder allowed = new StringBuilder(text.length());
    text.codePoints().map(c -> isAllowed(c) ? c : '\uFFFD').forEach(allowed::appendCodePoint);
    return allowed.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
