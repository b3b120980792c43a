package dev.concur.input;

import java.nio.file.Path;

/** Names for what lies below a path the user gave, spelled the way the user spelled it. */
final class Naming {

  private Naming() {}

  /** The name of something below a folder with this name. */
  static String below(String name, Path relative) {
    String tail = FileTree.slashes(relative);
    if (tail.isEmpty()) {
      return name;
    }
    if (name.equals(".") || name.isEmpty()) {
      return tail;
    }
    return name.endsWith("/") ? name + tail : name + "/" + tail;
  }
}
