package phylo.tree;

/** How bases change along a branch, after Jukes and Cantor. */
final class Substitution {
  private final double same;
  private final double other;

  Substitution(double branch) {
    double e = Math.exp(-4.0 / 3.0 * branch);
    same = 0.25 + 0.75 * e;
    other = 0.25 - 0.25 * e;
  }

  double along(double[] partial, int site, int base) {
    double sum = 0;
    for (int b = 0; b < 4; b++) {
      sum += (b == base ? same : other) * partial[site * 4 + b];
    }
    return sum;
  }
}
