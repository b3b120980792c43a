package dev.concur.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Style and scripts that lie on the page itself: D3 and its Sankey layout as they are published,
 * then ours.
 */
record HtmlAssets(String style, List<String> scripts) {

  static final HtmlAssets LOADED =
      new HtmlAssets(
          resource("page.css"),
          List.of(
              resource("/META-INF/resources/webjars/d3/7.9.0/dist/d3.min.js"),
              resource("/META-INF/resources/webjars/d3-sankey/0.12.3/dist/d3-sankey.min.js"),
              resource("charts.js"),
              resource("page.js")));

  /** Allows this very style and these scripts by their hashes, and nothing else. */
  String policy() {
    return "default-src 'none'; style-src '%s'; script-src %s; base-uri 'none'; form-action 'none'"
        .formatted(
            hash(style),
            scripts.stream().map(each -> "'" + hash(each) + "'").collect(Collectors.joining(" ")));
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = HtmlAssets.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).replace("\r", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
