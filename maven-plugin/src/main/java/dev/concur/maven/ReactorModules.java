package dev.concur.maven;

import dev.concur.BuiltModule;
import dev.concur.BuiltTests;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** The modules of a build as concur wants to know them. */
final class ReactorModules {

  private static final Set<String> APPLICATION_PACKAGINGS = Set.of("war", "ear");
  private static final Set<String> APPLICATION_PLUGINS =
      Set.of("spring-boot-maven-plugin", "quarkus-maven-plugin", "exec-maven-plugin");

  private final MavenSession session;
  private final boolean includeTests;

  ReactorModules(MavenSession session, boolean includeTests) {
    this.session = session;
    this.includeTests = includeTests;
  }

  /** The code of a project, and that of its tests when asked for; nothing when it has none. */
  List<BuiltModule> of(MavenProject project) {
    List<BuiltModule> modules = new ArrayList<>();
    if (project.getPackaging().equals("pom") || project.getBasedir() == null) {
      return modules;
    }
    String name = name(project);
    module(project, name, project.getBuild().getOutputDirectory(), project.getCompileSourceRoots())
        .ifPresent(modules::add);
    if (includeTests) {
      String testName = name.equals(".") ? "src/test" : name + "/src/test";
      module(
              project,
              testName,
              project.getBuild().getTestOutputDirectory(),
              project.getTestCompileSourceRoots())
          .ifPresent(modules::add);
    }
    return modules;
  }

  /** Where the tests of a project are, and what they are run with. */
  static Optional<BuiltTests> tests(MavenProject project) {
    if (project.getBasedir() == null || project.getPackaging().equals("pom")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new BuiltTests(
              project.getBasedir().toPath(),
              List.of(Path.of(project.getBuild().getTestOutputDirectory())),
              project.getTestClasspathElements().stream().map(Path::of).toList()));
    } catch (DependencyResolutionRequiredException unresolved) {
      return Optional.empty();
    }
  }

  private Optional<BuiltModule> module(
      MavenProject project, String name, String output, List<String> sourceRoots) {
    Path folder = project.getBasedir().toPath();
    Path build = Path.of(project.getBuild().getDirectory());
    List<Path> existing =
        Stream.concat(sourceRoots.stream().map(Path::of), kotlin(folder, name))
            .distinct()
            .filter(Files::isDirectory)
            .toList();
    Path classes = Path.of(output);
    if (!Files.isDirectory(classes) && existing.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new BuiltModule(
            name,
            folder,
            List.of(classes),
            existing.stream().filter(each -> !each.startsWith(build)).toList(),
            existing.stream().filter(each -> each.startsWith(build)).toList(),
            application(project)));
  }

  private static Stream<Path> kotlin(Path folder, String name) {
    return Stream.of(folder.resolve(name.endsWith("src/test") ? "src/test" : "src/main"))
        .map(each -> each.resolve("kotlin"));
  }

  /** The folder below the root of the project, as somebody would name it who stands there. */
  private String name(MavenProject project) {
    Path root = Path.of(session.getExecutionRootDirectory());
    String below = root.relativize(project.getBasedir().toPath()).toString();
    return below.isEmpty() ? "." : below.replace(File.separatorChar, '/');
  }

  private static boolean application(MavenProject project) {
    return APPLICATION_PACKAGINGS.contains(project.getPackaging())
        || project.getBuildPlugins().stream()
            .anyMatch(plugin -> APPLICATION_PLUGINS.contains(plugin.getArtifactId()));
  }

  /** The jars and folders that these projects are compiled against, without their own. */
  List<Path> libraries(List<MavenProject> projects) {
    Set<Path> libraries = new LinkedHashSet<>();
    for (MavenProject project : projects) {
      project.getArtifacts().stream()
          .filter(this::wanted)
          .map(Artifact::getFile)
          .filter(file -> file != null)
          .map(File::toPath)
          .forEach(libraries::add);
    }
    projects.forEach(project -> libraries.remove(Path.of(project.getBuild().getOutputDirectory())));
    return List.copyOf(libraries);
  }

  private boolean wanted(Artifact artifact) {
    return includeTests || !Artifact.SCOPE_TEST.equals(artifact.getScope());
  }
}
