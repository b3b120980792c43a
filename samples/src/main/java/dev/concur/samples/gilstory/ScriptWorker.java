package dev.concur.samples.gilstory;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/** The other end of the pipe: one interpreter, alone in its process. */
public final class ScriptWorker {

  private static final int STEPS = 20_000_000;

  private ScriptWorker() {}

  /** Serves one parent until the pipe is closed. */
  public static void main(String[] args) throws IOException {
    Script script = new Script(new int[] {0, 1, 2, 3}, new double[] {3, 1.01, 0.05, 70});
    try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        DataOutputStream out =
            new DataOutputStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
      while (true) {
        double[] inputs = read(in.readInt(), in);
        // noise: parallelisable-cpu-loop (there is a worker for each core, which is not seen here)
        for (double input : inputs) {
          out.writeDouble(script.run(input, STEPS));
        }
        out.flush();
      }
    } catch (EOFException parentIsGone) {
      return;
    }
  }

  private static double[] read(int size, DataInputStream in) throws IOException {
    double[] inputs = new double[size];
    for (int i = 0; i < size; i++) {
      inputs[i] = in.readDouble();
    }
    return inputs;
  }
}
