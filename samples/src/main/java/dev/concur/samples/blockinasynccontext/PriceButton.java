package dev.concur.samples.blockinasynccontext;

import dev.concur.samples.desk.PricingClient;
import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JLabel;

/**
 * The button that asks for a price. Wrong: the call is asynchronous, and the window waits for it
 * all the same.
 */
public final class PriceButton extends AbstractAction {

  private static final long serialVersionUID = 1;

  private final transient PricingClient prices;
  private final JLabel price;

  public PriceButton(PricingClient prices, JLabel price) {
    this.prices = prices;
    this.price = price;
  }

  @Override
  public void actionPerformed(ActionEvent event) { // label: io network
    // expect: block-in-async-context [async]
    long cents = prices.priceLater(event.getActionCommand()).join().cents();
    price.setText(cents + " cents");
  }
}
