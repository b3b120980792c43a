package dev.concur.input;

import java.io.IOException;
import java.util.Optional;

/** A class file that was found but not read. */
public final class ClassFile {

  private final String entry;
  private final String origin;
  private final Archive archive;
  private final ProblemLog problems;

  ClassFile(String entry, String origin, Archive archive, ProblemLog problems) {
    this.entry = entry;
    this.origin = origin;
    this.archive = archive;
    this.problems = problems;
  }

  /** Its name in its jar or folder, such as {@code a/b/C$D.class}. */
  public String entry() {
    return entry;
  }

  /** Its bytes; empty, and a problem, when it cannot be read or is no class file that we know. */
  public Optional<ClassBytes> read() {
    try {
      Optional<byte[]> bytes = archive.read(entry);
      Optional<String> objection = bytes.flatMap(ClassMagic::objection);
      if (objection.isEmpty()) {
        bytes
            .flatMap(ClassMagic::reservation)
            .ifPresent(why -> problem(why, "look for a newer concur"));
        return bytes.map(each -> new ClassBytes(entry, each, origin));
      }
      problem(objection.get(), "skipped; build it again or exclude it");
    } catch (IOException | IllegalArgumentException e) {
      problem("cannot be read: " + e.getMessage(), "skipped; build it again or exclude it");
    }
    return Optional.empty();
  }

  private void problem(String why, String remedy) {
    problems.add(origin + "!/" + entry, why, remedy);
  }
}
