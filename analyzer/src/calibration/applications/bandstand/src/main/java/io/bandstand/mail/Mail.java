package io.bandstand.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A letter. */
public record Mail(String from, String to, String subject, String text) {

  /** With headers, ready to be sent. */
  public String source() {
    return "From: "
        + from
        + "\r\nTo: "
        + to
        + "\r\nSubject: "
        + encoded(subject)
        + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
        + "\r\n";
  }

  private static String encoded(String header) {
    return header.chars().allMatch(c -> c < 128)
        ? header
        : "=?utf-8?B?"
            + Base64.getEncoder().encodeToString(header.getBytes(StandardCharsets.UTF_8))
            + "?=";
  }
}
