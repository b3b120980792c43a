package com.pawlane.clinic.util;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with {{fields}}. */
public final class Template {
  private static final Pattern FIELD = Pattern.compile("\\{\\{\\s*([a-zA-Z.]+)\\s*}}");
  private final String text;

  public Template(String text) {
    this.text = text;
  }

  public String render(Map<String, ?> fields) {
    StringWriter out = new StringWriter(text.length() * 2);
    try {
      renderTo(out, name -> String.valueOf(fields.get(name)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }

  public void renderTo(Writer out, Function<String, String> fields) throws IOException {
    Matcher matcher = FIELD.matcher(text);
    int from = 0;
    while (matcher.find()) {
      out.write(text, from, matcher.start() - from);
      out.write(fields.apply(matcher.group(1)));
      from = matcher.end();
    }
    out.write(text, from, text.length() - from);
    out.flush();
  }
}
