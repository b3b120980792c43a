package arena.board;

import java.util.TreeSet;

/** The best scores. */
public class Leaderboard {
  private final int places;
  private final TreeSet<Score> best = new TreeSet<>();

  public Leaderboard(int places) {
    this.places = places;
  }

  /** Enters the scores of a match, lines of player and points. */
  public synchronized void enter(String[] match) {
    for (String line : match) {
      String[] parts = line.split(";");
      Score score = new Score(Integer.parseInt(parts[1].trim()), Integer.parseInt(parts[0]));
      best.add(score);
      if (best.size() > places) {
        best.pollLast();
      }
    }
  }

  public synchronized long checksum() {
    long sum = 0;
    int place = 1;
    for (Score score : best) {
      sum += (long) place++ * score.points();
    }
    return sum;
  }

  public synchronized void reset() {
    best.clear();
  }
}
