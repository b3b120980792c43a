package rank.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Ranks the score boards of a tournament. */
public final class RankingService implements AutoCloseable {
  private static final int WORKERS = Runtime.getRuntime().availableProcessors();

  private final ExecutorService pool = Executors.newFixedThreadPool(WORKERS);

  /** Returns the ranked copy of each board, in order. */
  public List<int[]> rankAll(List<int[]> boards) throws InterruptedException, ExecutionException {
    int slice = Math.max(1, boards.size() / (WORKERS * 4));
    List<Callable<List<int[]>>> tasks = new ArrayList<>();
    for (int from = 0; from < boards.size(); from += slice) {
      List<int[]> part = boards.subList(from, Math.min(boards.size(), from + slice));
      tasks.add(() -> rankPart(part));
    }
    List<int[]> ranked = new ArrayList<>(boards.size());
    for (Future<List<int[]>> result : pool.invokeAll(tasks)) {
      ranked.addAll(result.get());
    }
    return ranked;
  }

  private static List<int[]> rankPart(List<int[]> boards) {
    List<int[]> ranked = new ArrayList<>(boards.size());
    for (int[] board : boards) {
      ranked.add(rank(board));
    }
    return ranked;
  }

  public static int[] rank(int[] board) {
    int[] sorted = board.clone();
    Arrays.sort(sorted);
    int[] ranks = new int[board.length];
    for (int i = 0; i < board.length; i++) {
      ranks[i] = sorted.length - Arrays.binarySearch(sorted, board[i]);
    }
    return ranks;
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
