package arena.board;

public record Score(int points, int player) implements Comparable<Score> {
  @Override
  public int compareTo(Score other) {
    return points != other.points
        ? Integer.compare(other.points, points)
        : Integer.compare(player, other.player);
  }
}
