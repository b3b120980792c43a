package dev.concur.input;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A place with class files in it. Safe to read from many threads. */
interface Archive extends Closeable {

  /** Names of its class files as {@code a/b/C.class}, sorted, module descriptors left out. */
  List<String> names() throws IOException;

  /** The content of one of its class files; empty when it has none of that name. */
  Optional<byte[]> read(String name) throws IOException;

  /** Names of its catalogue files, sorted. */
  default List<String> catalogues() throws IOException {
    return List.of();
  }

  /** Hands over all that decides about its content. */
  default void content(Fingerprint to) throws IOException {
    List<String> all = new ArrayList<>(names());
    all.addAll(catalogues());
    for (String name : all) {
      to.text(name);
      to.bytes(read(name).orElse(new byte[0]));
    }
  }

  /**
   * Lets go of what reading it takes, such as the directory of a jar, until it is asked again; to
   * be called while nobody reads.
   */
  default void rest() throws IOException {}

  @Override
  default void close() throws IOException {}

  /** Whether this entry speaks of what calls do. */
  static boolean isCatalogue(String name) {
    return name.startsWith("META-INF/concur/") && name.endsWith(".api") && staysInside(name);
  }

  /** Whether this entry is a class that code can be in. */
  static boolean isClass(String name) {
    return name.endsWith(".class")
        && !name.endsWith("module-info.class")
        && !name.startsWith("META-INF/");
  }

  /** Whether a name stays inside the place it is unpacked to. */
  static boolean staysInside(String name) {
    return !name.startsWith("/")
        && name.indexOf('\\') < 0
        && name.indexOf(':') < 0
        && List.of(name.split("/")).stream().noneMatch(".."::equals);
  }
}
