package dev.concur.input;

import java.nio.charset.StandardCharsets;

/**
 * A text that was found.
 *
 * @param name how to call it in a report
 * @param text its content
 */
public record TextFile(String name, String text) {

  static TextFile of(String name, byte[] utf8) {
    return new TextFile(name, new String(utf8, StandardCharsets.UTF_8));
  }
}
