package arms;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A worker process: reads batches of inputs, writes batches of results, until the input ends. */
public final class Worker {
  public static void main(String[] args) throws Exception {
    PrintStream stdout = System.out;
    System.setOut(System.err);
    ObjectOutputStream out = new ObjectOutputStream(new BufferedOutputStream(stdout, 1 << 16));
    out.flush();
    Bench bench = Registry.create(args[0]);
    bench.init(args[1]);
    ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(System.in, 1 << 16));
    try {
      while (true) {
        List<?> batch = (List<?>) in.readObject();
        ArrayList<Serializable> results = new ArrayList<>(batch.size());
        for (Object input : batch) {
          results.add(bench.work(input));
        }
        out.reset();
        out.writeObject(results);
        out.flush();
      }
    } catch (EOFException e) {
      System.exit(0);
    }
  }
}
