package dev.concur.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the user named, found and ready to be read. Jars stay open until this is closed; reading is
 * safe from many threads, and every list is in the same order on every run.
 */
public final class Inputs implements AutoCloseable {

  private final Map<Root, Archive> roots;
  private final Map<Library, Archive> libraries;
  private final List<Path> classPath;
  private final List<TextFile> uncompiled;
  private final List<Closeable> containers;
  private final ProblemLog problems;
  private final List<TextFile> projectCatalogues;
  private final RunningJdk jdk;
  private final LibraryIndex index;

  Inputs(Found found) {
    this.roots = found.roots();
    this.libraries = found.libraries();
    this.classPath = found.classPath();
    this.uncompiled = found.uncompiled();
    this.containers = found.containers();
    this.projectCatalogues = found.catalogues();
    this.problems = found.problems();
    this.jdk = found.jdk();
    this.index = new LibraryIndex(List.copyOf(libraries.values()));
  }

  /**
   * Finds the classes, sources and libraries behind what the user named. Never fails: see {@link
   * #problems}.
   */
  public static Inputs resolve(InputRequest request) {
    return new Inputs(new Discovery(request).found());
  }

  /** What to scan, in the order the user named it. */
  public List<Root> roots() {
    return List.copyOf(roots.keySet());
  }

  /** What to resolve against, in class path order: given before found. */
  public List<Library> libraries() {
    return List.copyOf(libraries.keySet());
  }

  /** Sources that did not compile and have no class; only their text can be read. */
  public List<TextFile> uncompiled() {
    return List.copyOf(uncompiled);
  }

  /** What could not be read so far, sorted; it grows while classes are read. */
  public List<Problem> problems() {
    return problems.all();
  }

  /** The roots and libraries that are on disk, for a JVM to run. */
  public List<Path> classPath() {
    return classPath;
  }

  /** The class files of a root, sorted by name, none of them read yet. */
  public List<ClassFile> classFiles(Root root) {
    Archive archive = roots.get(root);
    if (archive == null) {
      throw new IllegalArgumentException("not a root of these inputs: " + root.name());
    }
    return classFiles(root.name(), archive);
  }

  /** The class files of a library, sorted by name, none of them read yet. */
  public List<ClassFile> classFiles(Library library) {
    Archive archive = libraries.get(library);
    if (archive == null) {
      throw new IllegalArgumentException("not a library of these inputs: " + library.name());
    }
    return classFiles(library.name(), archive);
  }

  private List<ClassFile> classFiles(String origin, Archive archive) {
    try {
      return archive.names().stream()
          .map(name -> new ClassFile(name, origin, archive, problems))
          .toList();
    } catch (IOException e) {
      problems.add(origin, "cannot be listed: " + e.getMessage(), "build or download it again");
      return List.of();
    }
  }

  /**
   * Reads every class of a root, in order; what is not a class is skipped and becomes a problem.
   */
  public void classes(Root root, Consumer<ClassBytes> each) {
    classFiles(root).forEach(file -> file.read().ifPresent(each));
  }

  /** Reads every class of a library, in order. */
  public void classes(Library library, Consumer<ClassBytes> each) {
    classFiles(library).forEach(file -> file.read().ifPresent(each));
  }

  /**
   * What the project and its libraries say of their own calls, the project's last, since later
   * texts win.
   */
  public List<TextFile> catalogues() {
    List<TextFile> found = new ArrayList<>();
    libraries.forEach((library, archive) -> collectCatalogues(library.name(), archive, found));
    found.addAll(ownCatalogues());
    return found;
  }

  /** What the project alone says of its own calls. */
  public List<TextFile> ownCatalogues() {
    List<TextFile> found = new ArrayList<>();
    roots.forEach((root, archive) -> collectCatalogues(root.name(), archive, found));
    found.addAll(projectCatalogues);
    return found;
  }

  private void collectCatalogues(String origin, Archive archive, List<TextFile> found) {
    try {
      for (String name : archive.catalogues()) {
        archive.read(name).ifPresent(bytes -> found.add(TextFile.of(origin + "!/" + name, bytes)));
      }
    } catch (IOException e) {
      problems.add(origin, "has a catalogue that cannot be read: " + e.getMessage(), "");
    }
  }

  /**
   * A class of a library, or else of the running JDK, by binary name such as {@code
   * java.util.Map$Entry}.
   */
  public Optional<byte[]> find(String binaryName) {
    try {
      Optional<byte[]> inLibrary = index.find(binaryName);
      return inLibrary.isPresent() ? inLibrary : jdk.find(binaryName);
    } catch (IOException e) {
      problems.add(binaryName, "cannot be read: " + e.getMessage(), "check its jar");
      return Optional.empty();
    }
  }

  /**
   * Hands over the content of all that was found: classes, sources, libraries, catalogues, and what
   * was wrong with them so far.
   */
  public void content(Fingerprint to) throws IOException {
    for (Map.Entry<Root, Archive> each : roots.entrySet()) {
      Root root = each.getKey();
      to.text(root.name()).text(root.kind() + " " + root.mode());
      each.getValue().content(to);
      for (SourceFolder folder : root.sources()) {
        to.text(folder.name()).text(String.valueOf(folder.generated()));
        sources(folder, to);
      }
    }
    for (Map.Entry<Library, Archive> each : libraries.entrySet()) {
      to.text(each.getKey().name());
      each.getValue().content(to);
    }
    uncompiled.forEach(each -> to.text(each.name()).text(each.text()));
    projectCatalogues.forEach(each -> to.text(each.name()).text(each.text()));
    problems().forEach(each -> to.text(each.where()).text(each.message()));
  }

  /** Of files that are not Java only the place counts: lines of findings are told by classes. */
  private void sources(SourceFolder folder, Fingerprint to) throws IOException {
    for (Path file : FileTree.files(folder.path(), problems)) {
      to.text(FileTree.slashes(folder.path().relativize(file)));
      if (file.toString().endsWith(".java")) {
        to.file(file);
      }
    }
  }

  /**
   * Lets go of what reading the roots takes, such as the directories of jars; they can be read
   * again all the same. To be called while nobody reads.
   */
  public void rest() {
    roots.values().forEach(root -> quietly(root::rest));
  }

  /** Closes the jars. */
  @Override
  public void close() {
    roots.values().forEach(Inputs::quietly);
    libraries.values().forEach(Inputs::quietly);
    containers.forEach(Inputs::quietly);
    quietly(jdk);
  }

  private static void quietly(Closeable open) {
    try {
      open.close();
    } catch (IOException e) {
      // It was only read from: nothing is lost.
    }
  }
}
