package dev.concur.rule;

import dev.concur.model.Spot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The id of a finding: the same while lines move, another for another defect. */
final class FindingId {

  // 64 bits: two of a million findings meet with a chance of 3 in 100 million.
  private static final int LETTERS = 16;

  private FindingId() {}

  /** What makes a defect this one, lines aside. */
  static String identity(Facet facet) {
    Spot at = facet.at();
    return String.join(
        "\n",
        facet.rule().id(),
        at.className(),
        withoutCounter(at.method()) + at.descriptor(),
        Things.identity(facet.subject()));
  }

  /** The id of the nth defect of one identity. */
  static String hash(String identity, int occurrence) {
    byte[] text = (identity + "\n" + occurrence).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest).substring(0, LETTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Lambdas are numbered through their class, so that a new one above would rename all below. */
  private static String withoutCounter(String method) {
    return method.startsWith("lambda$") ? method.replaceFirst("\\$\\d+$", "") : method;
  }
}
