package dev.concur.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The libraries of a Gradle project, as far as they can be read off its build files, which are
 * programs and are not run: texts such as {@code "group:artifact:version"} and version catalogues.
 */
final class GradleLibraries {

  private static final List<String> BUILD_FILES = List.of("build.gradle", "build.gradle.kts");
  private static final Pattern NOTATION =
      Pattern.compile(
          "(\\w+)[\\s(]+(platform\\(|enforcedPlatform\\()?\\s*[\"']"
              + "([\\w.-]+):([\\w.-]+)(?::([^\"':@]+))?(?::([\\w.-]+))?[\"']");
  private static final Pattern FROM_CATALOGUE =
      Pattern.compile("(\\w+)[\\s(]+(platform\\(|enforcedPlatform\\()?\\s*libs\\.([\\w.]+)");
  private static final Pattern CATALOGUE_LINE =
      Pattern.compile("^\\s*([\\w.-]+)\\s*=\\s*(.+)$", Pattern.MULTILINE);
  private static final Pattern SPRING_BOOT =
      Pattern.compile("org\\.springframework\\.boot[\"')]+\\s*version\\s*\\(?[\"']([^\"']+)[\"']");

  private final Repository repository = Repository.ofGradle();
  private final PomFinder finder = new PomFinder(repository);
  private final Path project;
  private final boolean includeTests;
  private final Map<String, Dependency> catalogue = new HashMap<>();
  private final Set<String> missing = new LinkedHashSet<>();

  GradleLibraries(Path project, boolean includeTests) {
    this.project = project;
    this.includeTests = includeTests;
    readCatalogue(text(project.resolve("gradle/libs.versions.toml")));
  }

  /** Jars for the module in this folder. */
  List<Path> of(Path module) {
    Map<String, Dependency> managed = new HashMap<>();
    List<Dependency> direct = new ArrayList<>();
    Set<Path> folders = new LinkedHashSet<>(List.of(module, project));
    for (Path folder : folders) {
      for (String name : BUILD_FILES) {
        read(text(folder.resolve(name)), direct, managed);
      }
    }
    ClassPathSearch search = new ClassPathSearch(repository, finder, Map.of());
    List<Dependency> versioned =
        direct.stream()
            .map(
                each ->
                    Optional.ofNullable(managed.get(each.managementKey()))
                        .map(each::or)
                        .orElse(each))
            .toList();
    search.follow(versioned, Map.of());
    missing.addAll(search.missing());
    List<Path> found = new ArrayList<>(search.found());
    folders.forEach(each -> found.addAll(besides(each.resolve("libs"))));
    return found;
  }

  Set<String> missing() {
    return missing;
  }

  private static List<Path> besides(Path folder) {
    return FileTree.files(folder, new ProblemLog(), sub -> false).stream()
        .filter(each -> each.toString().endsWith(".jar"))
        .toList();
  }

  private void read(String text, List<Dependency> direct, Map<String, Dependency> managed) {
    Matcher boot = SPRING_BOOT.matcher(text);
    if (boot.find()) {
      manage(
          Dependency.of("org.springframework.boot", "spring-boot-dependencies", boot.group(1)),
          managed);
    }
    Matcher matcher = NOTATION.matcher(text);
    while (matcher.find()) {
      String version = matcher.group(5) == null ? "" : matcher.group(5);
      Dependency one = Dependency.of(matcher.group(3), matcher.group(4), version);
      take(matcher.group(1), matcher.group(2) != null, one, direct, managed);
    }
    Matcher alias = FROM_CATALOGUE.matcher(text);
    while (alias.find()) {
      Dependency one = catalogue.get(alias.group(3));
      if (one != null) {
        take(alias.group(1), alias.group(2) != null, one, direct, managed);
      }
    }
  }

  private void take(
      String configuration,
      boolean platform,
      Dependency one,
      List<Dependency> direct,
      Map<String, Dependency> managed) {
    if (platform || configuration.equals("mavenBom")) {
      manage(one, managed);
      return;
    }
    boolean forMain =
        configuration.matches(
            "implementation|api|compileOnly(Api)?|compile|provided|runtime(Only)?");
    boolean forTests =
        configuration.matches("test(Implementation|CompileOnly|Compile|RuntimeOnly)");
    if (forMain || (includeTests && forTests)) {
      direct.add(one);
    }
  }

  private void manage(Dependency bom, Map<String, Dependency> managed) {
    finder
        .inRepository(bom.group(), bom.artifact(), bom.version())
        .ifPresent(pom -> pom.managed().forEach(managed::putIfAbsent));
  }

  private void readCatalogue(String text) {
    Map<String, String> versions = new HashMap<>();
    String section = "";
    for (String line : text.lines().toList()) {
      String plain = line.strip();
      if (plain.startsWith("[")) {
        section = plain;
      } else {
        Matcher matcher = CATALOGUE_LINE.matcher(plain);
        if (matcher.matches() && section.equals("[versions]")) {
          versions.put(matcher.group(1), quoted(matcher.group(2)));
        } else if (matcher.matches() && section.equals("[libraries]")) {
          library(matcher.group(2), versions)
              .ifPresent(found -> catalogue.put(matcher.group(1).replaceAll("[-_]", "."), found));
        }
      }
    }
  }

  private static Optional<Dependency> library(String said, Map<String, String> versions) {
    String module = setting(said, "module");
    String whole =
        !module.isEmpty()
            ? module
            : said.startsWith("{")
                ? setting(said, "group") + ":" + setting(said, "name")
                : quoted(said);
    String[] parts = whole.split(":");
    if (parts.length < 2) {
      return Optional.empty();
    }
    String reference = setting(said, "version.ref");
    String version =
        parts.length > 2
            ? parts[2]
            : reference.isEmpty() ? setting(said, "version") : versions.getOrDefault(reference, "");
    return Optional.of(Dependency.of(parts[0], parts[1], version));
  }

  private static String setting(String said, String name) {
    Matcher matcher =
        Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "\\s*=\\s*[\"']([^\"']*)[\"']")
            .matcher(said);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String quoted(String said) {
    Matcher matcher = Pattern.compile("[\"']([^\"']*)[\"']").matcher(said);
    return matcher.find() ? matcher.group(1) : said;
  }

  private static String text(Path file) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return ""; // What it names is then not found, as with any other build file.
    }
  }
}
