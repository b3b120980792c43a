package dev.concur.samples.blockinasynccontext;

import dev.concur.samples.desk.Price;
import dev.concur.samples.desk.PricingClient;
import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;

/** Right: what is to be done with the answer is said beforehand. */
public final class PatientPriceButton extends AbstractAction {

  private static final long serialVersionUID = 1;

  private final transient PricingClient prices;
  private final JLabel price;

  public PatientPriceButton(PricingClient prices, JLabel price) {
    this.prices = prices;
    this.price = price;
  }

  @Override
  public void actionPerformed(ActionEvent event) { // label: light async
    prices.priceLater(event.getActionCommand()).thenAccept(this::show);
  }

  private void show(Price found) {
    SwingUtilities.invokeLater(() -> price.setText(found.cents() + " cents"));
  }
}
