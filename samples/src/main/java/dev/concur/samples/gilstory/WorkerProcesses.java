package dev.concur.samples.gilstory;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The way round by processes, as {@code multiprocessing} does it: every worker has an interpreter,
 * and a lock, of its own. All workers get their share before the first answer is waited for.
 */
public final class WorkerProcesses implements AutoCloseable {

  private final List<Process> workers = new ArrayList<>();

  public WorkerProcesses(int cores, String java, String classPath) throws IOException {
    for (int i = 0; i < cores; i++) {
      workers.add(
          new ProcessBuilder(java, "-cp", classPath, "dev.concur.samples.gilstory.ScriptWorker")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    }
  }

  /**
   * Results of all inputs. A batch crosses at once, since each crossing costs more than a short
   * script.
   */
  public double[] evaluate(double[] inputs) throws IOException { // label: io process
    int share = (inputs.length + workers.size() - 1) / workers.size();
    for (int w = 0; w < workers.size(); w++) {
      send(workers.get(w), inputs, w * share, Math.min(inputs.length, (w + 1) * share));
    }
    double[] results = new double[inputs.length];
    for (int w = 0; w < workers.size(); w++) {
      receive(workers.get(w), results, w * share, Math.min(inputs.length, (w + 1) * share));
    }
    return results;
  }

  private static void send(Process worker, double[] inputs, int from, int to) throws IOException {
    DataOutputStream there = new DataOutputStream(worker.getOutputStream());
    there.writeInt(Math.max(0, to - from));
    for (int i = from; i < to; i++) {
      there.writeDouble(inputs[i]);
    }
    there.flush();
  }

  // label: io process
  private static void receive(Process worker, double[] results, int from, int to)
      throws IOException {
    DataInputStream back = new DataInputStream(worker.getInputStream());
    for (int i = from; i < to; i++) {
      results[i] = back.readDouble();
    }
  }

  @Override
  public void close() {
    workers.forEach(Process::destroy);
  }
}
