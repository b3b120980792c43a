import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compiles the samples that need a newer Java than the build does, when a JDK for them is found,
 * and says so when none is. Usage: {@code java CompileNewer.java RELEASE SOURCES CLASSES}.
 *
 * <p>Looks at the running JDK, at JAVA_HOME and variables like JAVA_HOME_21_X64, at toolchains.xml,
 * and in the folders where installers put JDKs.
 */
public final class CompileNewer {

  private static final Pattern JDK_HOME = Pattern.compile("<jdkHome>\\s*([^<]+?)\\s*</jdkHome>");

  private CompileNewer() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int release = Integer.parseInt(args[0]);
    Path sources = Path.of(args[1]);
    Path classes = Path.of(args[2]);
    Map<Integer, Path> fit = new TreeMap<>();
    for (Path home : homes()) {
      int version = versionOf(home);
      if (version >= release) {
        fit.putIfAbsent(version, home);
      }
    }
    if (fit.isEmpty()) {
      System.out.printf(
          "[WARNING] %s was not built: no JDK %d or newer was found. Set JAVA_HOME_%d to one.%n",
          sources.getFileName(), release, release);
      return;
    }
    System.exit(compile(fit.values().iterator().next(), release, sources, classes));
  }

  private static int compile(Path home, int release, Path sources, Path classes)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(javac(home).toString());
    command.addAll(List.of("-g", "-parameters", "--release", "" + release, "-encoding", "UTF-8"));
    command.addAll(List.of("-proc:none", "-cp", classes.toString(), "-d", classes.toString()));
    try (Stream<Path> files = Files.walk(sources)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::toString)
          .sorted()
          .forEach(command::add);
    }
    System.out.printf("[INFO] Compiling %s with %s%n", sources.getFileName(), home);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static List<Path> homes() throws IOException {
    List<Path> homes = new ArrayList<>();
    homes.add(Path.of(System.getProperty("java.home")));
    System.getenv().entrySet().stream()
        .filter(entry -> entry.getKey().matches("(JAVA_HOME|JDK_?)\\w*"))
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> homes.add(Path.of(entry.getValue())));
    Path user = Path.of(System.getProperty("user.home"));
    Path toolchains = user.resolve(".m2/toolchains.xml");
    if (Files.isReadable(toolchains)) {
      Matcher home = JDK_HOME.matcher(Files.readString(toolchains));
      while (home.find()) {
        homes.add(Path.of(home.group(1)));
      }
    }
    for (Path folder :
        List.of(
            Path.of("/usr/lib/jvm"),
            Path.of("/Library/Java/JavaVirtualMachines"),
            Path.of("C:/Program Files/Java"),
            Path.of("C:/Program Files/Eclipse Adoptium"),
            user.resolve(".sdkman/candidates/java"),
            user.resolve(".jdks"))) {
      homes.addAll(insideOf(folder));
    }
    return homes;
  }

  private static Collection<Path> insideOf(Path folder) {
    List<Path> inside = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          inside.add(entry);
          inside.add(entry.resolve("Contents/Home"));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    inside.sort(null);
    return inside;
  }

  private static Path javac(Path home) {
    Path unix = home.resolve("bin/javac");
    return Files.isExecutable(unix) ? unix : home.resolve("bin/javac.exe");
  }

  /** Feature release of the JDK at this place, 0 when there is none. */
  private static int versionOf(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isReadable(release) || !Files.isExecutable(javac(home))) {
      return 0;
    }
    Properties lines = new Properties();
    try (var in = Files.newInputStream(release)) {
      lines.load(in);
    }
    Matcher version = Pattern.compile("\"?(\\d+)").matcher(lines.getProperty("JAVA_VERSION", ""));
    return version.lookingAt() ? Integer.parseInt(version.group(1)) : 0;
  }
}
