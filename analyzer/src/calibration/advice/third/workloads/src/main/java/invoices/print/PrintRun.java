package invoices.print;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Renders the invoices of the night. */
public class PrintRun implements AutoCloseable {
  private static final int THREADS = 4;
  private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
  private final InvoiceText text = new InvoiceText();

  public List<String> render(List<Invoice> invoices)
      throws InterruptedException, ExecutionException {
    List<Future<String>> texts = new ArrayList<>();
    for (Invoice invoice : invoices) {
      texts.add(executor.submit(() -> text.render(invoice)));
    }
    List<String> pages = new ArrayList<>();
    for (Future<String> page : texts) {
      pages.add(page.get());
    }
    return pages;
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
