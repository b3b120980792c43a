package dev.concur.calibration;

import java.nio.file.Path;
import java.util.List;

/** What concur gets to see of an application beside its own classes. */
enum Condition {
  /** Names of variables, lines, and all libraries. */
  WITH_CLASS_PATH("With class path", "-g", true),
  /** Classes as a shop ships them: no sources, no names of variables, no lines. */
  WITHOUT_SOURCE("Without source", "-g:none", true),
  /** The application's own classes only. */
  WITHOUT_CLASS_PATH("Without class path", "-g", false);

  private final String title;
  private final String debug;
  private final boolean libraries;

  Condition(String title, String debug, boolean libraries) {
    this.title = title;
    this.debug = debug;
    this.libraries = libraries;
  }

  String title() {
    return title;
  }

  /** The compiler's option for what classes tell of their source. */
  String debug() {
    return debug;
  }

  /** The libraries that are seen, of those that there are. */
  List<Path> seen(List<Path> all) {
    return libraries ? all : List.of();
  }
}
