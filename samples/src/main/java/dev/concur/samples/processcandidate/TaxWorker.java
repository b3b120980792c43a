package dev.concur.samples.processcandidate;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.math.BigInteger;

/** The other end of the pipe: signs what it is sent until the pipe is closed. */
public final class TaxWorker {

  private static final BigInteger KEY = BigInteger.ONE.shiftLeft(2_047).subtract(BigInteger.TEN);

  private TaxWorker() {}

  /** Serves one parent. */
  public static void main(String[] args) throws IOException {
    try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        DataOutputStream out =
            new DataOutputStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
      while (true) {
        answer(in.readInt(), in, out);
      }
    } catch (EOFException parentIsGone) {
      return;
    }
  }

  private static void answer(int batch, DataInputStream in, DataOutputStream out)
      throws IOException {
    for (int i = 0; i < batch; i++) {
      byte[] signed = sign(in.readNBytes(in.readInt()));
      out.writeInt(signed.length);
      out.write(signed);
    }
    out.flush();
  }

  private static byte[] sign(byte[] taxReturn) { // label: cpu maths
    return new BigInteger(1, taxReturn).modPow(BigInteger.valueOf(65_537), KEY).toByteArray();
  }
}
