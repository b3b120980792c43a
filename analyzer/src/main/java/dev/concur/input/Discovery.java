package dev.concur.input;

import dev.concur.model.Target;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One search for what the user named: paths become units, units become roots, libraries are
 * gathered on the way.
 */
final class Discovery {

  private static final String NOTHING_HERE = "holds no classes, sources or jars";

  private static final int LARGEST_CATALOGUE = 4 << 20;

  private static final int LARGEST_SOURCE = 16 << 20;

  private final InputRequest request;
  private final ProblemLog problems = new ProblemLog();
  private final RunningJdk jdk = new RunningJdk();
  private final List<Closeable> containers = new ArrayList<>();
  private final Map<Root, Archive> roots = new LinkedHashMap<>();
  private final Map<Library, Archive> nestedLibraries = new LinkedHashMap<>();
  private final Set<Path> libraries = new LinkedHashSet<>();
  private final List<Path> classFolders = new ArrayList<>();
  private final List<Path> jarFiles = new ArrayList<>();
  private final Set<Path> asRoot = new HashSet<>();
  private final List<Unit> withoutClasses = new ArrayList<>();
  private final List<TextFile> catalogues = new ArrayList<>();
  private final List<TextFile> uncompiled = new ArrayList<>();
  private final Jars jars;

  Discovery(InputRequest request) {
    this.request = request;
    this.jars = new Jars(request.runtime(), problems, containers);
  }

  Found found() {
    request.classpath().forEach(this::addGiven);
    request.modules().forEach(each -> addModule(each));
    request.paths().forEach(this::add);
    compileTheRest();
    return new Found(
        roots, opened(), classPath(), uncompiled, catalogues, containers, problems, jdk);
  }

  private void add(String given) {
    if (given.startsWith("jrt:") || given.startsWith("jdk:")) {
      addJdkModule(given);
      return;
    }
    try {
      addPath(given, Path.of(given));
    } catch (InvalidPathException e) {
      problems.add(given, "not a path this system can have", "check its spelling");
    } catch (IOException e) {
      problems.add(given, "cannot be read: " + e.getMessage(), "check its permissions");
    }
  }

  private void addModule(GivenModule given) {
    addCatalogues(given.name(), given.folder().resolve(".concur"));
    addUnit(given.unit(problems));
  }

  private void addJdkModule(String given) {
    String module = given.substring("jrt:".length()).replaceFirst("^/+", "");
    Optional<ModuleArchive> found = jdk.module(module);
    if (found.isEmpty()) {
      problems.add(given, "the running JDK has no such module", "see: java --list-modules");
      return;
    }
    roots.put(new Root(given, Root.Kind.JRT_MODULE, List.of(), Target.Mode.LIBRARY), found.get());
  }

  private void addPath(String given, Path path) throws IOException {
    if (!Files.exists(path)) {
      problems.add(given, "there is no such file or folder", "check its spelling");
      return;
    }
    Path real = path.toRealPath();
    String name = given.replace('\\', '/').replaceFirst("(?<=.)/+$", "");
    if (Files.isDirectory(real)) {
      addFolder(name, real);
    } else if (given.endsWith("pom.xml")) {
      addFolder(name.replaceFirst("/?pom\\.xml$", ""), FileTree.parent(real));
    } else if (given.endsWith(".class")) {
      addClassFile(name, real);
    } else if (given.endsWith(".java")) {
      addUnit(new SourceTree(FileTree.parent(real), name, List.of(real)).unit(true));
    } else {
      addJar(name, real);
    }
  }

  private void addFolder(String name, Path folder) {
    addCatalogues(name, folder.resolve(".concur"));
    int before = roots.size() + withoutClasses.size();
    if (MavenProject.isAt(folder)) {
      new MavenProject(request, problems).units(folder, name).forEach(this::addUnit);
    } else if (GradleProject.isAt(folder)) {
      new GradleProject(request, problems).units(folder, name).forEach(this::addUnit);
    } else {
      addTree(name, folder);
    }
    if (roots.size() + withoutClasses.size() == before && !asRoot.contains(folder)) {
      problems.add(name, NOTHING_HERE, "name a jar, a folder of classes or a project");
    }
  }

  private void addCatalogues(String name, Path folder) {
    for (Path file : FileTree.files(folder, problems, sub -> false)) {
      String called = Naming.below(name, Path.of(".concur").resolve(file.getFileName()));
      if (called.endsWith(".api")) {
        try (InputStream in = Files.newInputStream(file)) {
          catalogues.add(TextFile.of(called, Bounded.read(in, LARGEST_CATALOGUE)));
        } catch (IOException e) {
          problems.add(called, "cannot be read: " + e.getMessage(), "check its permissions");
        }
      }
    }
  }

  private void addTree(String name, Path folder) {
    SourceTree tree = SourceTree.of(folder, name, problems);
    if (tree.hasClasses() || tree.hasSources()) {
      addUnit(tree.unit(request.includeTests()));
      return;
    }
    tree.jars().forEach(jar -> addJar(Naming.below(name, folder.relativize(jar)), jar));
  }

  private void addClassFile(String name, Path file) throws IOException {
    if (asRoot.add(file)) {
      Map<String, byte[]> one =
          Map.of(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      roots.put(
          new Root(name, Root.Kind.CLASSES, List.of(), Target.Mode.MIXED), new MemoryArchive(one));
    }
  }

  private void addJar(String name, Path file) {
    if (!asRoot.add(file)) {
      return;
    }
    try {
      Jars.Opened opened = jars.open(name, file);
      if (opened.classes().names().isEmpty()) {
        problems.add(name, "holds no classes", "name the jar that was built from code");
        opened.classes().close();
        return;
      }
      roots.put(opened.root(), opened.classes());
      jarFiles.add(file);
      nestedLibraries.putAll(opened.nested());
      libraries.addAll(opened.beside());
    } catch (IOException | IllegalArgumentException e) {
      problems.add(name, notAJar(file, e), "build or download it again");
    }
  }

  private static String notAJar(Path file, Exception e) {
    try {
      if (Files.size(file) == 0) {
        return "an empty file";
      }
    } catch (IOException sizeUnknown) {
      return "cannot be read: " + e.getMessage();
    }
    return "cut off, or no jar at all: " + e.getMessage();
  }

  private void addUnit(Unit unit) {
    libraries.addAll(unit.libraries());
    List<Path> filled = unit.classes().stream().filter(Discovery::holdsClasses).toList();
    for (Path classes : filled) {
      if (asRoot.add(classes)) {
        classFolders.add(classes);
        String name =
            filled.size() == 1
                ? unit.name()
                : Naming.below(unit.name(), unit.folder().relativize(classes));
        roots.put(
            new Root(name, Root.Kind.CLASSES, unit.sources(), unit.mode()),
            FolderArchive.of(classes, problems));
      }
    }
    if (!filled.isEmpty() || unit.sources().isEmpty()) {
      return;
    }
    if (unit.javaFiles().get().isEmpty()) {
      problems.add(unit.name(), "has sources that are not Java and no classes", build(unit));
    } else if (asRoot.add(unit.sources().get(0).path())) {
      withoutClasses.add(unit);
    }
  }

  private static boolean holdsClasses(Path folder) {
    return Files.isDirectory(folder)
        && FileTree.files(folder, new ProblemLog()).stream()
            .anyMatch(each -> each.toString().endsWith(".class"));
  }

  private static String build(Unit unit) {
    return "build it first"
        + (unit.buildCommand().isEmpty() ? "" : " with: " + unit.buildCommand());
  }

  private void compileTheRest() {
    Optional<SourceCompiler> compiler = SourceCompiler.forRelease(request.release());
    TreeMap<String, byte[]> compiledBefore = new TreeMap<>();
    for (Unit unit : withoutClasses) {
      List<Path> files = unit.javaFiles().get();
      if (compiler.isEmpty()) {
        problems.add(
            unit.name(),
            "cannot be compiled: this Java has no compiler; its sources were read as they are, with"
                + " low confidence",
            "run with a JDK");
        files.forEach(file -> readAsItIs(file, nameOf(unit, file)));
        addRoot(unit, Map.of());
        continue;
      }
      SourceCompiler.Compiled compiled =
          compiler.get().compile(files, compilerClasspath(), compiledBefore);
      compiledBefore.putAll(compiled.classes());
      addCompiled(unit, compiled);
    }
  }

  private List<Path> compilerClasspath() {
    List<Path> path = new ArrayList<>(libraries);
    path.addAll(classFolders);
    return path;
  }

  private void addCompiled(Unit unit, SourceCompiler.Compiled compiled) {
    if (!unit.buildCommand().isEmpty()) {
      problems.add(
          unit.name(),
          "has no classes, so its sources were compiled in memory",
          build(unit) + ", to scan the classes that you ship");
    }
    compiled.errors().forEach((file, error) -> reportUncompiled(unit, file, error));
    addRoot(unit, compiled.classes());
  }

  private void addRoot(Unit unit, Map<String, byte[]> classes) {
    roots.put(
        new Root(unit.name(), Root.Kind.COMPILED_SOURCES, unit.sources(), unit.mode()),
        new MemoryArchive(classes));
  }

  private void readAsItIs(Path file, String name) {
    try (InputStream in = Files.newInputStream(file)) {
      uncompiled.add(TextFile.of(name, Bounded.read(in, LARGEST_SOURCE)));
    } catch (IOException e) {
      problems.add(name, "cannot be read: " + e.getMessage(), "check its permissions");
    }
  }

  private static String nameOf(Unit unit, Path file) {
    return unit.sources().stream()
        .filter(folder -> file.startsWith(folder.path()))
        .map(folder -> Naming.below(folder.name(), folder.path().relativize(file)))
        .findFirst()
        .orElse(unit.name());
  }

  private void reportUncompiled(Unit unit, Path file, String error) {
    String name = nameOf(unit, file);
    readAsItIs(file, name);
    problems.add(
        name,
        "does not compile (" + error + "), so it was read as it is, with low confidence",
        unit.buildCommand().isEmpty()
            ? "pass its libraries with --classpath, or scan its classes"
            : build(unit) + ", or pass its libraries with --classpath");
  }

  private void addGiven(Path entry) {
    if (entry.endsWith("*") && entry.getParent() != null) {
      FileTree.files(entry.getParent(), problems, folder -> false).stream()
          .filter(each -> each.toString().endsWith(".jar"))
          .forEach(libraries::add);
    } else if (Files.exists(entry)) {
      libraries.add(entry);
    } else {
      problems.add(entry.toString(), "on the class path but not there", "check --classpath");
    }
  }

  private List<Path> classPath() {
    List<Path> path = new ArrayList<>(classFolders);
    path.addAll(jarFiles);
    path.addAll(libraries);
    return path;
  }

  private Map<Library, Archive> opened() {
    Map<Library, Archive> opened = new LinkedHashMap<>();
    for (Path each : libraries) {
      if (!asRoot.contains(each.toAbsolutePath().normalize())) {
        openLibrary(each).ifPresent(archive -> opened.put(library(each), archive));
      }
    }
    opened.putAll(nestedLibraries);
    return opened;
  }

  private static Library library(Path file) {
    return new Library(String.valueOf(file.getFileName()), file, "");
  }

  private Optional<Archive> openLibrary(Path file) {
    if (Files.isDirectory(file)) {
      return Optional.of(FolderArchive.of(file, problems));
    }
    try {
      return Optional.of(JarArchive.open(file, "", request.runtime()));
    } catch (IOException | IllegalArgumentException e) {
      problems.add(
          String.valueOf(file.getFileName()),
          "on the class path but " + notAJar(file, e),
          "build or download it again");
      return Optional.empty();
    }
  }
}
