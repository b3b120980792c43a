package bank.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The worst losses of all desks, a task a desk. */
public class RiskReport implements AutoCloseable {
  private final ExecutorService executor =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  private final List<DeskRisk> desks;

  public RiskReport(List<DeskRisk> desks) {
    this.desks = List.copyOf(desks);
  }

  public Map<String, Double> worst(List<Scenario> scenarios)
      throws InterruptedException, ExecutionException {
    List<Future<Double>> losses = new ArrayList<>();
    for (DeskRisk desk : desks) {
      losses.add(executor.submit(() -> desk.worst(scenarios)));
    }
    Map<String, Double> worst = new TreeMap<>();
    for (int i = 0; i < losses.size(); i++) {
      worst.put(desks.get(i).desk(), losses.get(i).get());
    }
    return worst;
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
