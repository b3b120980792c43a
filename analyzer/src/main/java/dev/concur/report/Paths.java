package dev.concur.report;

import java.nio.charset.StandardCharsets;

/** Paths as other programs want them. */
final class Paths {

  private static final String UNRESERVED = "-._~/!$&'()*+,;=@";

  private Paths() {}

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
