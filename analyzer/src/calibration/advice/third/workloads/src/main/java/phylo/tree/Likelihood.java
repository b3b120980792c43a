package phylo.tree;

import java.util.List;

/** The likelihood of trees, by Felsenstein's pruning. */
public class Likelihood {
  private static final String BASES = "ACGT";
  private final int sites;

  public Likelihood(int sites) {
    this.sites = sites;
  }

  public Node best(List<Node> trees) {
    Node best = null;
    double highest = Double.NEGATIVE_INFINITY;
    for (Node tree : trees) {
      double value = logLikelihood(partial(tree));
      if (value > highest) {
        highest = value;
        best = tree;
      }
    }
    return best;
  }

  public double[] partial(Node node) {
    if (node.isLeaf()) {
      return leaf(node.sequence());
    }
    double[] left = partial(node.left());
    double[] right = partial(node.right());
    return join(node, left, right);
  }

  public double[] join(Node node, double[] left, double[] right) {
    Substitution toLeft = new Substitution(node.left().branch());
    Substitution toRight = new Substitution(node.right().branch());
    double[] partial = new double[sites * 4];
    for (int site = 0; site < sites; site++) {
      for (int base = 0; base < 4; base++) {
        partial[site * 4 + base] =
            4 * toLeft.along(left, site, base) * toRight.along(right, site, base);
      }
    }
    return partial;
  }

  public double logLikelihood(double[] root) {
    double sum = 0;
    for (int site = 0; site < sites; site++) {
      double value = 0;
      for (int base = 0; base < 4; base++) {
        value += 0.25 * root[site * 4 + base];
      }
      sum += Math.log(value);
    }
    return sum;
  }

  private double[] leaf(String sequence) {
    double[] partial = new double[sites * 4];
    for (int site = 0; site < sites; site++) {
      partial[site * 4 + BASES.indexOf(sequence.charAt(site))] = 1;
    }
    return partial;
  }
}
