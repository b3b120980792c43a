package dev.concur.samples.threadlocalcacheonvirtual;

import dev.concur.samples.desk.CreditBureau;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stamps invoices. Wrong: the buffer was to be used again, and no thread comes twice. */
public final class InvoiceStamp {

  private static final ThreadLocal<byte[]> BUFFER =
      ThreadLocal.withInitial(() -> new byte[128 * 1024]);

  private final CreditBureau bureau;

  public InvoiceStamp(CreditBureau bureau) {
    this.bureau = bureau;
  }

  /** Stamps the invoices of all customers. */
  public void stampAll(List<String> customers) {
    try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String customer : customers) {
        virtual.submit(() -> stamp(customer));
      }
    }
  }

  private int stamp(String customer) throws IOException {
    byte[] buffer = BUFFER.get(); // expect: threadlocal-cache-on-virtual
    buffer[0] = (byte) bureau.limitOf(customer);
    return buffer.length;
  }
}
