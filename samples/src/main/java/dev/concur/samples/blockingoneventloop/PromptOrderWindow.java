package dev.concur.samples.blockingoneventloop;

import dev.concur.samples.desk.PricingClient;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;

/** Right: the button asks and lets go; the answer comes back to the window by itself. */
public final class PromptOrderWindow implements ActionListener {

  private final PricingClient prices;
  private final JLabel price;

  public PromptOrderWindow(PricingClient prices, JLabel price) {
    this.prices = prices;
    this.price = price;
  }

  @Override
  public void actionPerformed(ActionEvent event) { // label: light async
    prices
        .priceLater(event.getActionCommand())
        .thenAccept(
            found -> SwingUtilities.invokeLater(() -> price.setText(found.cents() + " cents")));
  }
}
