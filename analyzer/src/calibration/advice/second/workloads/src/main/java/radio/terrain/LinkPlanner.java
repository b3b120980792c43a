package radio.terrain;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;

/** Plans radio links on a pool of its own. */
public class LinkPlanner {
  private final HeightMap map;
  private final ForkJoinPool planners = new ForkJoinPool(4);

  public LinkPlanner(HeightMap map) {
    this.map = map;
  }

  /** Returns the sum of the losses, in millidecibels. */
  public long plan(List<Link> links) throws InterruptedException, ExecutionException {
    return planners.submit(() -> links.parallelStream().mapToLong(this::rate).sum()).get();
  }

  public long rate(Link link) {
    return Math.round(map.loss(link) * 1_000);
  }

  public void stop() {
    planners.shutdown();
  }
}
