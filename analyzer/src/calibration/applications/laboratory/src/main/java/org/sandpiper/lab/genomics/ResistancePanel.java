package org.sandpiper.lab.genomics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Matches the reads of an isolate against the known resistance genes. */
public class ResistancePanel {
  public record Hit(String gene, int score) {}

  private final KmerIndex index;
  private final Aligner aligner;
  private final ExecutorService pool;

  public ResistancePanel(KmerIndex index, Aligner aligner, ExecutorService pool) {
    this.index = index;
    this.aligner = aligner;
    this.pool = pool;
  }

  public Hit classify(Sequence read) {
    Sequence gene = index.best(read);
    if (gene == null) {
      read = read.reverseComplement();
      gene = index.best(read);
    }
    return gene == null ? null : new Hit(gene.name(), aligner.score(read, gene));
  }

  public Map<String, Integer> screen(List<Sequence> reads) throws InterruptedException {
    int parts = 4;
    List<Callable<List<Hit>>> tasks = new ArrayList<>();
    for (int p = 0; p < parts; p++) {
      List<Sequence> part = reads.subList(reads.size() * p / parts, reads.size() * (p + 1) / parts);
      tasks.add(
          () -> {
            List<Hit> hits = new ArrayList<>();
            for (Sequence r : part) {
              Hit h = classify(r);
              if (h != null) hits.add(h);
            }
            return hits;
          });
    }
    Map<String, Integer> counts = new TreeMap<>();
    for (Future<List<Hit>> f : pool.invokeAll(tasks)) {
      try {
        for (Hit h : f.get()) counts.merge(h.gene(), 1, Integer::sum);
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    return counts;
  }

  public static List<Hit> top(List<Hit> hits, int n) {
    return hits.stream()
        .collect(Collectors.groupingBy(Hit::gene, Collectors.summingInt(Hit::score)))
        .entrySet()
        .stream()
        .map(e -> new Hit(e.getKey(), e.getValue()))
        .sorted(Comparator.comparingInt(Hit::score).reversed())
        .limit(n)
        .toList();
  }
}
