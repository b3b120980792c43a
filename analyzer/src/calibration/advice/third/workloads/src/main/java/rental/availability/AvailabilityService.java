package rental.availability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tells which stations have cars; threads and connections are matched. */
public class AvailabilityService implements AutoCloseable {
  private final CarDao dao;
  private final ExecutorService executor;

  public AvailabilityService(CarDao dao, int threads) {
    this.dao = dao;
    this.executor = Executors.newFixedThreadPool(threads);
  }

  public Map<String, Integer> free(List<String> stations)
      throws InterruptedException, ExecutionException {
    List<Future<Integer>> counts = new ArrayList<>(stations.size());
    for (String station : stations) {
      counts.add(executor.submit(() -> count(station)));
    }
    Map<String, Integer> free = new LinkedHashMap<>();
    for (int i = 0; i < stations.size(); i++) {
      free.put(stations.get(i), counts.get(i).get());
    }
    return free;
  }

  public int count(String station) {
    return dao.free(station);
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
