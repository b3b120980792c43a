package solver.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vendor.solver.NativeSolver;

/** Solves models by the vendor's library on behalf of several clients. */
public final class SolverService implements AutoCloseable {
  private final ExecutorService clients = Executors.newFixedThreadPool(4);

  /** Returns the solution of each model, in order. */
  public List<double[]> solveAll(List<Model> models)
      throws InterruptedException, ExecutionException {
    List<Callable<double[]>> tasks = new ArrayList<>(models.size());
    for (Model model : models) {
      tasks.add(() -> solve(model));
    }
    List<double[]> solutions = new ArrayList<>(models.size());
    for (Future<double[]> result : clients.invokeAll(tasks)) {
      solutions.add(result.get());
    }
    return solutions;
  }

  /** The library keeps its workspace in statics, so only one model may be in it. */
  public static double[] solve(Model model) {
    synchronized (NativeSolver.class) {
      double[] worst = new double[model.size()];
      for (int load = 0; load < model.cases(); load++) {
        NativeSolver.load(model.size(), model.rows(), 1 + load * 0.05);
        NativeSolver.eliminate();
        double[] solution = NativeSolver.solution();
        for (int i = 0; i < worst.length; i++) {
          worst[i] = Math.max(worst[i], Math.abs(solution[i]));
        }
      }
      return worst;
    }
  }

  @Override
  public void close() {
    clients.shutdown();
  }
}
