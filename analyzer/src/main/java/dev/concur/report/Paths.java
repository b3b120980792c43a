package dev.concur.report;

import dev.concur.model.Spot;
import java.nio.charset.StandardCharsets;

/** Paths as other programs want them. */
final class Paths {

  private static final String UNRESERVED = "-._~/!$&'()*+,;=@";

  private Paths() {}

  /**
   * The file of a spot for formats that cannot do without one: where its class would be, when
   * nothing is known.
   */
  static String of(Spot spot, SourceTexts sources) {
    String path = sources.pathOf(spot);
    return path.isEmpty() ? outermost(spot.className()).replace('.', '/') + ".java" : path;
  }

  private static String outermost(String className) {
    int nested = className.indexOf('$', 1);
    return nested < 0 ? className : className.substring(0, nested);
  }

  /**
   * A relative path as a relative URI reference: forward slashes, percent-encoded UTF-8 (RFC 3986).
   */
  static String asUri(String path) {
    StringBuilder uri = new StringBuilder(path.length());
    for (byte octet : path.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      if (c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
        uri.append(c);
      } else {
        uri.append(String.format("%%%02X", (int) c));
      }
    }
    return uri.toString();
  }
}
