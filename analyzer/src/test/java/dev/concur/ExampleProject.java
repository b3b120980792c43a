package dev.concur;

import dev.concur.rule.Finding;
import dev.concur.rule.Page;
import dev.concur.rule.Rule;
import dev.concur.rule.Rules;
import dev.concur.verify.BenchmarkJdk;
import dev.concur.verify.BenchmarkJdks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A project of all examples of the rule pages, each in surroundings in which it compiles. These are
 * in {@code examples/FAMILY.txt}: the members of a class, after {@code == RULE}, with the word
 * EXAMPLE where the page's code goes; after {@code -- good} those for the good example, where it
 * needs others.
 */
final class ExampleProject {

  /** Which of the two examples of a page. */
  enum Side {
    BAD,
    GOOD;

    private String word() {
      return this == BAD ? "bad" : "good";
    }
  }

  private static final Pattern BLOCK = Pattern.compile("(?s)```java\\n(.*?)```");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;\\n");
  // Pinning is a matter of 21 to 23.
  private static final int RUNTIME = 21;

  private final Path home;
  private final Map<String, Set<String>> found = new HashMap<>();
  private final List<String> uncompiled = new ArrayList<>();

  /** Writes, compiles and scans it. */
  ExampleProject(Path home) throws IOException, InterruptedException {
    this.home = home;
    write();
    Optional<BenchmarkJdk> jdk =
        BenchmarkJdks.search()
            .preferred()
            .filter(each -> each.feature() >= BenchmarkJdks.VIRTUAL_THREADS);
    if (jdk.isPresent()) {
      compile(jdk.get());
    }
    scan();
  }

  /** Whether it compiles on the JDKs that there are. */
  boolean compiles(Rule rule) {
    return uncompiled.stream().noneMatch(each -> each.contains("/" + packageOf(rule) + "/"));
  }

  /** The rules that find something in an example. */
  Set<String> found(Rule rule, Side side) {
    return found.getOrDefault("ex." + packageOf(rule) + "." + side.word(), Set.of());
  }

  private static String packageOf(Rule rule) {
    return rule.id().replace("-", "");
  }

  /** The blocks of Java behind a heading of the example. */
  static List<String> blocks(Rule rule, Side side) {
    String example = Page.of(rule).sections().getOrDefault("Example", "");
    int good = Math.max(0, example.indexOf("Good:"));
    Matcher matcher =
        BLOCK.matcher(side == Side.BAD ? example.substring(0, good) : example.substring(good));
    return matcher.results().map(each -> each.group(1)).toList();
  }

  private void write() throws IOException {
    file("pom.xml", "<project><groupId>a</groupId><artifactId>examples</artifactId></project>");
    file("src/main/java/around/Shop.java", resource("Shop.java.txt"));
    for (Map.Entry<String, String> library : sections("libraries.txt").entrySet()) {
      file("src/main/java/" + library.getKey(), library.getValue());
    }
    for (Rule rule : Rules.all()) {
      String around = sections(rule.family() + ".txt").get(rule.id());
      if (around == null) {
        throw new AssertionError(
            rule.id() + " has no surroundings in examples/" + rule.family() + ".txt");
      }
      String[] sides = around.split("(?m)^-- good\\n");
      write(rule, Side.BAD, sides[0]);
      write(rule, Side.GOOD, sides[sides.length - 1]);
    }
  }

  private void write(Rule rule, Side side, String around) throws IOException {
    StringBuilder imports = new StringBuilder(resource("imports.txt"));
    IMPORT.matcher(around).results().forEach(each -> imports.append(each.group()));
    String members =
        IMPORT
            .matcher(around)
            .replaceAll("")
            .replace("EXAMPLE", String.join("\n", blocks(rule, side)));
    String name = "ex/" + packageOf(rule) + "/" + side.word();
    file(
        "src/main/java/" + name + "/Example.java",
        """
        package %s;
        %s
        public class Example extends Shop {
          public Example(DataSource connections) {
            super(connections);
          }
        %s
        }
        """
            .formatted(name.replace('/', '.'), imports, members));
  }

  private void file(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void compile(BenchmarkJdk jdk) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(jdk.javac().toString(), "-proc:none", "-nowarn", "-g", "-encoding", "UTF-8"));
    command.addAll(List.of("-d", home.resolve("target/classes").toString()));
    try (Stream<Path> files = Files.walk(home.resolve("src"))) {
      files.filter(each -> each.toString().endsWith(".java")).forEach(f -> command.add("" + f));
    }
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (javac.waitFor() != 0) {
      throw new AssertionError(said);
    }
  }

  private void scan() {
    Analysis analysis =
        Concur.analyze(new Settings().paths(List.of(home.toString())).runtime(RUNTIME).request());
    analysis.report().problems().stream()
        .filter(each -> each.message().startsWith("does not compile"))
        .forEach(each -> uncompiled.add(each.where()));
    analysis.report().advice().forEach(each -> note(each.finding()));
  }

  private void note(Finding finding) {
    String type = finding.at().className();
    Set<String> rules =
        found.computeIfAbsent(
            type.substring(0, Math.max(0, type.lastIndexOf('.'))), any -> new HashSet<>());
    rules.add(finding.rule());
    rules.addAll(finding.facets());
  }

  private static Map<String, String> sections(String name) throws IOException {
    Map<String, String> sections = new HashMap<>();
    for (String section : resource(name).split("(?m)^== ")) {
      int end = section.indexOf('\n');
      if (end > 0) {
        sections.put(section.substring(0, end), section.substring(end + 1));
      }
    }
    return sections;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ExampleProject.class.getResourceAsStream("examples/" + name)) {
      if (in == null) {
        throw new AssertionError("there is no examples/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
