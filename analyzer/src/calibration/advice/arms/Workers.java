package arms;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The parent's side of the worker processes. */
final class Workers implements AutoCloseable {
  private final List<Process> processes = new ArrayList<>();
  private final List<ObjectOutputStream> outs = new ArrayList<>();
  private final List<ObjectInputStream> ins = new ArrayList<>();
  private final ExecutorService drivers;

  Workers(String id, String config, int count) throws Exception {
    drivers = Executors.newFixedThreadPool(count);
    String java = System.getProperty("java.home") + "/bin/java";
    for (int i = 0; i < count; i++) {
      processes.add(
          new ProcessBuilder(
                  java,
                  "-Xmx600m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "arms.Worker",
                  id,
                  config)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    }
    for (Process process : processes) {
      ObjectOutputStream out =
          new ObjectOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
      out.flush();
      outs.add(out);
      ins.add(new ObjectInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16)));
    }
  }

  long run(int jobs, Bench.Input input, Bench.Digest digest) throws Exception {
    int slice = Math.max(1, (jobs + processes.size() * 4 - 1) / (processes.size() * 4));
    AtomicInteger next = new AtomicInteger();
    List<Future<Long>> parts = new ArrayList<>();
    for (int w = 0; w < processes.size(); w++) {
      ObjectOutputStream out = outs.get(w);
      ObjectInputStream in = ins.get(w);
      parts.add(
          drivers.submit(
              () -> {
                long sum = 0;
                for (int from = next.getAndAdd(slice); from < jobs; from = next.getAndAdd(slice)) {
                  int end = Math.min(jobs, from + slice);
                  ArrayList<Serializable> batch = new ArrayList<>(end - from);
                  for (int i = from; i < end; i++) {
                    batch.add(input.of(i));
                  }
                  out.reset();
                  out.writeObject(batch);
                  out.flush();
                  for (Object result : (List<?>) in.readObject()) {
                    sum += digest.of(result);
                  }
                }
                return sum;
              }));
    }
    return Bench.sum(parts);
  }

  @Override
  public void close() throws Exception {
    drivers.shutdown();
    for (ObjectOutputStream out : outs) {
      try {
        out.close();
      } catch (java.io.IOException e) {
        // the worker has gone
      }
    }
    for (Process process : processes) {
      if (!process.waitFor(3, java.util.concurrent.TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }
}
