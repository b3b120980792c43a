package dev.concur.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Reads class files into facts. */
public final class ProgramReader {

  private ProgramReader() {}

  /** Reads all roots of a source; what cannot be read is listed in {@link Facts#problems()}. */
  public static Facts read(ClassSource source) {
    List<String> places = new ArrayList<>();
    List<byte[]> files = new ArrayList<>();
    source.roots(
        (where, bytes) -> {
          places.add(where);
          files.add(bytes);
        });
    List<ReadProblem> problems = Collections.synchronizedList(new ArrayList<>());
    List<ClassFacts> read =
        IntStream.range(0, files.size())
            .parallel()
            .mapToObj(index -> one(places.get(index), files.get(index), problems))
            .flatMap(List::stream)
            .toList();
    Map<String, ClassFacts> roots = new TreeMap<>();
    for (ClassFacts facts : read) {
      roots.putIfAbsent(facts.name(), facts);
    }
    problems.sort((a, b) -> a.where().compareTo(b.where()));
    return new Facts(roots, source, problems);
  }

  private static List<ClassFacts> one(String where, byte[] bytes, List<ReadProblem> problems) {
    try {
      ClassFacts facts = ClassFactsReader.read(bytes);
      return facts.name().endsWith("module-info") || facts.name().endsWith("package-info")
          ? List.of()
          : List.of(facts);
    } catch (UnreadableClass damaged) {
      problems.add(new ReadProblem(where, damaged.why() + "; it was left out"));
      return List.of();
    }
  }
}
