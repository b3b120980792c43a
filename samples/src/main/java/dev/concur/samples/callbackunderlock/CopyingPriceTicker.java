package dev.concur.samples.callbackunderlock;

import dev.concur.samples.desk.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Right: the list is copied inside, the listeners are called outside. */
public final class CopyingPriceTicker {

  private static final CopyingPriceTicker IN_THE_OFFICE = new CopyingPriceTicker();

  private final List<Consumer<Price>> listeners = new ArrayList<>();

  private CopyingPriceTicker() {}

  /** The one ticker. */
  public static CopyingPriceTicker inTheOffice() {
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
    List<Consumer<Price>> told;
    synchronized (listeners) {
      told = List.copyOf(listeners);
    }
    for (Consumer<Price> listener : told) {
      listener.accept(price);
    }
  }
}
