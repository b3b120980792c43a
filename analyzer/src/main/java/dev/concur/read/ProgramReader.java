package dev.concur.read;

import dev.concur.read.source.UncompiledSources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Reads class files into facts, and sources that have none. */
public final class ProgramReader {

  /** Enough for many threads; some megabytes. */
  private static final int BATCH = 512;

  private ProgramReader() {}

  /** Reads all roots of a source; what cannot be read is listed in {@link Facts#problems()}. */
  public static Facts read(ClassSource source) {
    List<ReadProblem> problems = Collections.synchronizedList(new ArrayList<>());
    Map<String, ClassFacts> roots = new TreeMap<>();
    Map<String, byte[]> bytes = new HashMap<>();
    boolean keeps = !source.uncompiled().isEmpty();
    Batch batch =
        new Batch(
            problems,
            (facts, file) -> {
              roots.putIfAbsent(facts.name(), facts);
              if (keeps) {
                bytes.putIfAbsent(facts.name(), file);
              }
            });
    source.roots(batch::add);
    batch.finish();
    if (keeps) {
      uncompiled(source, bytes, problems).forEach(each -> roots.putIfAbsent(each.name(), each));
    }
    problems.sort((a, b) -> a.where().compareTo(b.where()));
    return new Facts(roots, source, problems);
  }

  private static List<ClassFacts> uncompiled(
      ClassSource source, Map<String, byte[]> compiled, List<ReadProblem> problems) {
    Map<String, byte[]> made =
        UncompiledSources.read(
            source.uncompiled(),
            name -> Optional.ofNullable(compiled.get(name)).or(() -> source.library(name)),
            (where, why) -> problems.add(new ReadProblem(where, why)));
    Once once = new Once();
    return made.entrySet().stream()
        .parallel()
        .flatMap(each -> one(each.getKey(), each.getValue(), problems, once).stream())
        .map(ClassFacts::fromSource)
        .toList();
  }

  private static List<ClassFacts> one(
      String where, byte[] bytes, List<ReadProblem> problems, Once once) {
    try {
      ClassFacts facts = ClassFactsReader.read(bytes, once);
      return facts.name().endsWith("module-info") || facts.name().endsWith("package-info")
          ? List.of()
          : List.of(facts);
    } catch (UnreadableClass damaged) {
      problems.add(new ReadProblem(where, damaged.why() + "; it was left out"));
      return List.of();
    }
  }

  /** Some files at a time, read by all threads; their bytes are let go of before the next come. */
  private static final class Batch {
    private final List<ReadProblem> problems;
    private final BiConsumer<ClassFacts, byte[]> each;
    private final List<String> places = new ArrayList<>();
    private final List<byte[]> files = new ArrayList<>();
    private final Once once = new Once();

    Batch(List<ReadProblem> problems, BiConsumer<ClassFacts, byte[]> each) {
      this.problems = problems;
      this.each = each;
    }

    void add(String place, byte[] file) {
      places.add(place);
      files.add(file);
      if (files.size() == BATCH) {
        finish();
      }
    }

    void finish() {
      List<List<ClassFacts>> read =
          IntStream.range(0, files.size())
              .parallel()
              .mapToObj(index -> one(places.get(index), files.get(index), problems, once))
              .toList();
      for (int i = 0; i < files.size(); i++) {
        for (ClassFacts facts : read.get(i)) {
          each.accept(facts, files.get(i));
        }
      }
      places.clear();
      files.clear();
    }
  }
}
