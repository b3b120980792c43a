package exchange.match;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** The open orders of one paper; an order is matched with what is there before it is kept. */
public class OrderBook {
  private static final class Open {
    int left;

    Open(int left) {
      this.left = left;
    }
  }

  private final TreeMap<Integer, Deque<Open>> buys = new TreeMap<>();
  private final TreeMap<Integer, Deque<Open>> sells = new TreeMap<>();
  private long traded;
  private long open;
  private double average;

  public synchronized int submit(Bid bid) {
    int left = bid.quantity();
    Iterator<Map.Entry<Integer, Deque<Open>>> levels =
        (bid.buy() ? sells : buys.descendingMap()).entrySet().iterator();
    while (left > 0 && levels.hasNext()) {
      Map.Entry<Integer, Deque<Open>> level = levels.next();
      if (bid.buy() ? level.getKey() > bid.price() : level.getKey() < bid.price()) {
        break;
      }
      left = trade(level.getKey(), level.getValue(), left);
      if (level.getValue().isEmpty()) {
        levels.remove();
      }
    }
    if (left > 0) {
      (bid.buy() ? buys : sells)
          .computeIfAbsent(bid.price(), p -> new ArrayDeque<>())
          .add(new Open(left));
      open += left;
    }
    return bid.quantity() - left;
  }

  private int trade(int price, Deque<Open> level, int wanted) {
    int left = wanted;
    while (left > 0 && !level.isEmpty()) {
      Open first = level.peek();
      int quantity = Math.min(left, first.left);
      for (int i = 0; i < quantity; i++) {
        average += (price - average) * 0.01;
      }
      left -= quantity;
      first.left -= quantity;
      open -= quantity;
      traded += quantity;
      if (first.left == 0) {
        level.remove();
      }
    }
    return left;
  }

  public synchronized long balance() {
    return 2 * traded + open;
  }

  public synchronized double average() {
    return average;
  }

  public synchronized void clear() {
    buys.clear();
    sells.clear();
    traded = 0;
    open = 0;
    average = 0;
  }
}
