package dev.concur.samples.callbackunderlock;

import dev.concur.samples.desk.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells whoever wants to know of new prices. Wrong: one slow listener holds up all who come and go.
 */
public final class PriceTicker {

  private static final PriceTicker IN_THE_OFFICE = new PriceTicker();

  private final List<Consumer<Price>> listeners = new ArrayList<>();

  private PriceTicker() {}

  /** The one ticker. */
  public static PriceTicker inTheOffice() {
    return IN_THE_OFFICE;
  }

  /** Adds a listener. */
  public void add(Consumer<Price> listener) {
    synchronized (listeners) {
      listeners.add(listener);
    }
  }

  /** Tells all listeners. */
  public void tell(Price price) {
    synchronized (listeners) { // expect: callback-under-lock
      for (Consumer<Price> listener : listeners) {
        listener.accept(price);
      }
    }
  }
}
