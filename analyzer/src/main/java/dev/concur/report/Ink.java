package dev.concur.report;

import dev.concur.model.Severity;

/** Colours of a terminal (ECMA-48), none of which alone carries a meaning. */
enum Ink {
  STRONG("1"),
  FAINT("2"),
  RED("1;31"),
  GREEN("32"),
  YELLOW("33"),
  CYAN("36");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  String on(String text) {
    return text.isEmpty() ? "" : "\u001b[" + code + "m" + text + "\u001b[0m";
  }

  static Ink of(Severity severity) {
    return switch (severity) {
      case ERROR -> RED;
      case WARNING -> YELLOW;
      case NOTE -> CYAN;
    };
  }

  static Ink ofVerdict(String word) {
    return switch (word) {
      case "confirmed" -> GREEN;
      case "refuted" -> RED;
      default -> YELLOW;
    };
  }
}
