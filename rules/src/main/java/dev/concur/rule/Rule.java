package dev.concur.rule;

import dev.concur.model.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One situation that concur names. Implement exactly one or more of the sub-interfaces; the engine
 * walks and asks. A rule has a public constructor without parameters, its page beside the class,
 * and a sample package of its name.
 */
public interface Rule {

  /** The name that reports, suppressions, pages and samples use: the class name in kebab case. */
  default String id() {
    return getClass()
        .getSimpleName()
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .replaceAll("([a-z])([0-9])", "$1-$2")
        .toLowerCase(Locale.ROOT);
  }

  /**
   * Whether it knows a repair of its own for what other rules of its family see too, so that it
   * speaks for all of them.
   */
  default boolean tellsTheRepair() {
    return false;
  }

  /** The package it lives in, such as {@code gil}. */
  default String family() {
    String home = getClass().getPackageName();
    return home.substring(home.lastIndexOf('.') + 1);
  }

  /** How loudly it speaks unless a facet says otherwise. */
  Severity severity();

  /** The runtime releases it has something to say about. */
  default Releases releases() {
    return Releases.ALL;
  }

  /** The version of concur that it came with; new rules are a preview at first. */
  default String since() {
    return "0.1";
  }

  /** Whether its findings are about correctness and therefore never merge into others. */
  default boolean safety() {
    return false;
  }

  /** Its page as Markdown text. */
  default String page() {
    String file = getClass().getSimpleName() + ".md";
    try (InputStream in = getClass().getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("rule " + id() + " has no page " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
