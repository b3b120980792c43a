package org.sandpiper.lab.genomics;

import java.util.List;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.spanning.KruskalMinimumSpanningTree;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/** Isolates with few differences are probably of one chain of infection. */
public final class OutbreakGraph {
  private final Graph<String, DefaultWeightedEdge> graph =
      new SimpleWeightedGraph<>(DefaultWeightedEdge.class);

  public OutbreakGraph(List<Sequence> isolates, int most) {
    for (Sequence s : isolates) graph.addVertex(s.name());
    for (int i = 0; i < isolates.size(); i++) {
      for (int j = 0; j < i; j++) {
        int d = distance(isolates.get(i).bases(), isolates.get(j).bases());
        if (d <= most)
          graph.setEdgeWeight(graph.addEdge(isolates.get(i).name(), isolates.get(j).name()), d);
      }
    }
  }

  public static int distance(byte[] a, byte[] b) {
    int d = Math.abs(a.length - b.length);
    for (int i = Math.min(a.length, b.length) - 1; i >= 0; i--) if (a[i] != b[i]) d++;
    return d;
  }

  public List<Set<String>> clusters() {
    return new ConnectivityInspector<>(graph).connectedSets();
  }

  public double treeLength() {
    return new KruskalMinimumSpanningTree<>(graph).getSpanningTree().getWeight();
  }
}
