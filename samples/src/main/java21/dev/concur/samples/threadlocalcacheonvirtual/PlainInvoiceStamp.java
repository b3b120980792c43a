package dev.concur.samples.threadlocalcacheonvirtual;

import dev.concur.samples.desk.CreditBureau;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Right: a small buffer, made when it is needed. */
public final class PlainInvoiceStamp {

  private final CreditBureau bureau;

  public PlainInvoiceStamp(CreditBureau bureau) {
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

  private int stamp(String customer) throws IOException { // label: io network
    byte[] buffer = new byte[64];
    buffer[0] = (byte) bureau.limitOf(customer);
    return buffer.length;
  }
}
