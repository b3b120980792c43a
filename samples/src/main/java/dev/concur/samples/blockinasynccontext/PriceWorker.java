package dev.concur.samples.blockinasynccontext;

import dev.concur.samples.desk.PricingClient;
import java.util.concurrent.ExecutionException;
import javax.swing.JLabel;
import javax.swing.SwingWorker;

/** Right: when a worker is done it has its answer, and whoever asks it then need not wait. */
public final class PriceWorker extends SwingWorker<Long, Void> {

  private final PricingClient prices;
  private final JLabel price;
  private final String item;

  public PriceWorker(PricingClient prices, JLabel price, String item) {
    this.prices = prices;
    this.price = price;
    this.item = item;
  }

  @Override
  protected Long doInBackground() {
    return prices.priceLater(item).join().cents();
  }

  @Override
  protected void done() {
    try {
      price.setText(get() + " cents");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      price.setText("no price: " + e.getCause().getMessage());
    }
  }
}
