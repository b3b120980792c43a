package phylo.tree;

/** A node of a family tree of species; leaves carry a sequence. */
public final class Node {
  private final Node left;
  private final Node right;
  private final String sequence;
  private final double branch;

  private Node(Node left, Node right, String sequence, double branch) {
    this.left = left;
    this.right = right;
    this.sequence = sequence;
    this.branch = branch;
  }

  public static Node leaf(String sequence, double branch) {
    return new Node(null, null, sequence, branch);
  }

  public static Node inner(Node left, Node right, double branch) {
    return new Node(left, right, null, branch);
  }

  public boolean isLeaf() {
    return sequence != null;
  }

  public Node left() {
    return left;
  }

  public Node right() {
    return right;
  }

  String sequence() {
    return sequence;
  }

  double branch() {
    return branch;
  }
}
