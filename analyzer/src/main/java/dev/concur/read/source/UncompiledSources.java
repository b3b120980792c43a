package dev.concur.read.source;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Class files made from sources that the compiler refused. Names are resolved as far as imports,
 * the sources themselves and the class files at hand go; what is left is called on a class named
 * {@code unresolved} or on the class that an import names. Good for reading, not for running.
 */
public final class UncompiledSources {

  private UncompiledSources() {}

  /**
   * One source.
   *
   * @param where how to call it in messages
   * @param text its text
   */
  public record Source(String where, String text) {}

  /**
   * Makes class files of all that parses.
   *
   * @param sources all at once, since they call each other
   * @param classFiles bytes of a class by binary name
   * @param problems told of what could not be read: where, then why
   * @return class files by binary name, in the order of the sources
   */
  public static Map<String, byte[]> read(
      List<Source> sources,
      Function<String, Optional<byte[]>> classFiles,
      BiConsumer<String, String> problems) {
    World world = new World(classFiles);
    Map<Source, Unit> units = new LinkedHashMap<>();
    for (Source each : sources) {
      parse(each, problems).ifPresent(tree -> units.put(each, unit(each, tree, world)));
    }
    for (int pass = 0; pass < 3; pass++) {
      for (Unit each : units.values()) {
        each.declare(pass);
      }
    }
    Map<String, byte[]> made = new LinkedHashMap<>();
    units.forEach((source, unit) -> make(source, unit, made, problems));
    return made;
  }

  private static void make(
      Source source, Unit unit, Map<String, byte[]> made, BiConsumer<String, String> problems) {
    try {
      unit.make().forEach(made::putIfAbsent);
    } catch (RuntimeException e) {
      problems.accept(source.where(), "could not be read from its source: " + e);
    }
  }

  private static Unit unit(Source source, CompilationUnit tree, World world) {
    String file = source.where().substring(source.where().lastIndexOf('/') + 1);
    return new Unit(file, tree, world);
  }

  private static Optional<CompilationUnit> parse(
      Source source, BiConsumer<String, String> problems) {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
            .setAttributeComments(false);
    try {
      ParseResult<CompilationUnit> parsed = new JavaParser(configuration).parse(source.text());
      if (!parsed.isSuccessful()) {
        List<String> why = new ArrayList<>();
        parsed
            .getProblems()
            .forEach(each -> why.add(each.getMessage().lines().findFirst().orElse("")));
        problems.accept(
            source.where(),
            "does not parse ("
                + why.stream().findFirst().orElse("no reason given")
                + "); what stands around the error was read");
      }
      return parsed.getResult();
    } catch (RuntimeException | StackOverflowError e) {
      problems.accept(source.where(), "does not parse: " + e);
      return Optional.empty();
    }
  }
}
