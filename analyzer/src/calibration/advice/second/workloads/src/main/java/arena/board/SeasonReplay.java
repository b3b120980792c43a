package arena.board;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;

/** Plays all matches of a season into the board. */
public class SeasonReplay {
  private final ExecutorService referees;
  private final Leaderboard board;

  public SeasonReplay(Leaderboard board) {
    this.board = board;
    this.referees = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  }

  public long replay(List<String[]> matches) {
    board.reset();
    Phaser phaser = new Phaser(1);
    for (String[] match : matches) {
      phaser.register();
      referees.execute(
          () -> {
            play(match);
            phaser.arriveAndDeregister();
          });
    }
    phaser.arriveAndAwaitAdvance();
    return board.checksum();
  }

  public void play(String[] match) {
    board.enter(match);
  }

  public void end() {
    referees.shutdown();
  }
}
