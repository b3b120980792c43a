package dev.concur.samples.blockingoneventloop;

import dev.concur.samples.desk.PricingClient;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.swing.JLabel;

/** The button that asks for a price. Wrong: the window is frozen until the answer is there. */
public final class OrderWindow implements ActionListener {

  private final PricingClient prices;
  private final JLabel price;

  public OrderWindow(PricingClient prices, JLabel price) {
    this.prices = prices;
    this.price = price;
  }

  @Override
  public void actionPerformed(ActionEvent event) { // label: io network
    price.setText(ask(event.getActionCommand())); // expect: blocking-on-event-loop
  }

  private String ask(String sku) { // label: io network
    try {
      return prices.priceOf(sku).cents() + " cents";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "?";
    }
  }
}
