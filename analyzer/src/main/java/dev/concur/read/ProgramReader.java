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
    return read(source, Shelf.forThisHeap());
  }

  /** The same with the bodies opened on this shelf. */
  static Facts read(ClassSource source, Shelf shelf) {
    List<ReadProblem> problems = Collections.synchronizedList(new ArrayList<>());
    Map<String, ClassFacts> roots = new TreeMap<>();
    Map<String, byte[]> bytes = new HashMap<>();
    Once once = new Once();
    boolean keeps = !source.uncompiled().isEmpty();
    Batch batch =
        new Batch(
            new Files(problems, once, shelf),
            (facts, file) -> {
              roots.putIfAbsent(facts.name(), facts);
              if (keeps) {
                bytes.putIfAbsent(facts.name(), file);
              }
            });
    source.roots(batch::add);
    batch.finish();
    if (keeps) {
      uncompiled(source, bytes, new Files(problems, once, shelf))
          .forEach(each -> roots.putIfAbsent(each.name(), each));
    }
    once.pool().complete();
    problems.sort((a, b) -> a.where().compareTo(b.where()));
    return new Facts(roots, source, problems, shelf);
  }

  private static List<ClassFacts> uncompiled(
      ClassSource source, Map<String, byte[]> compiled, Files files) {
    Map<String, byte[]> made =
        UncompiledSources.read(
            source.uncompiled(),
            name -> Optional.ofNullable(compiled.get(name)).or(() -> source.library(name)),
            (where, why) -> files.problems().add(new ReadProblem(where, why)));
    return made.entrySet().stream()
        .parallel()
        .flatMap(each -> files.read(each.getKey(), each.getValue()).stream())
        .map(ClassFacts::fromSource)
        .toList();
  }

  /** How files become facts: what was wrong with them, what they share, where bodies are opened. */
  private record Files(List<ReadProblem> problems, Once once, Shelf shelf) {

    List<ClassFacts> read(String where, byte[] bytes) {
      try {
        ClassFacts facts = ClassFactsReader.read(bytes, once, shelf);
        return facts.name().endsWith("module-info") || facts.name().endsWith("package-info")
            ? List.of()
            : List.of(facts);
      } catch (UnreadableClass damaged) {
        problems.add(new ReadProblem(where, damaged.why() + "; it was left out"));
        return List.of();
      }
    }
  }

  /** Some files at a time, read by all threads; their bytes are let go of before the next come. */
  private static final class Batch {
    private final Files reader;
    private final BiConsumer<ClassFacts, byte[]> each;
    private final List<String> places = new ArrayList<>();
    private final List<byte[]> files = new ArrayList<>();

    Batch(Files reader, BiConsumer<ClassFacts, byte[]> each) {
      this.reader = reader;
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
              .mapToObj(index -> reader.read(places.get(index), files.get(index)))
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
