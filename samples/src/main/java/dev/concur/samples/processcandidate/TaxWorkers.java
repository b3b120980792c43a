package dev.concur.samples.processcandidate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Right: one worker process, fed with many returns at a time, so that crossing over costs little
 * for each.
 */
public final class TaxWorkers implements AutoCloseable {

  private final Process worker;
  private final DataOutputStream there;
  private final DataInputStream back;

  public TaxWorkers(String java, String classPath) throws IOException {
    worker =
        new ProcessBuilder(java, "-cp", classPath, "dev.concur.samples.processcandidate.TaxWorker")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    there = new DataOutputStream(worker.getOutputStream());
    back = new DataInputStream(worker.getInputStream());
  }

  /** Signs a batch of returns, in their order. */
  public List<byte[]> sign(List<byte[]> batch) throws IOException { // label: io process
    there.writeInt(batch.size());
    for (byte[] taxReturn : batch) {
      there.writeInt(taxReturn.length);
      there.write(taxReturn);
    }
    there.flush();
    List<byte[]> signed = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      signed.add(back.readNBytes(back.readInt()));
    }
    return signed;
  }

  @Override
  public void close() {
    worker.destroy();
  }
}
