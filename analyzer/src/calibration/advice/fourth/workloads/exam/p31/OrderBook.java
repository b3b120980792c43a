package exam.p31;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Replays a day's orders of one instrument (2 to 5 million) by price-time priority. */
public class OrderBook {
    enum Side { BUY, SELL }

    static final class Order {
        final long id;
        final Side side;
        final int price;
        int quantity;

        Order(long id, Side side, int price, int quantity) {
            this.id = id;
            this.side = side;
            this.price = price;
            this.quantity = quantity;
        }
    }

    record Trade(long buyer, long seller, int price, int quantity) { }

    private final TreeMap<Integer, Deque<Order>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Integer, Deque<Order>> asks = new TreeMap<>();
    private long volume;

    private List<Trade> match(Order order) {
        TreeMap<Integer, Deque<Order>> other = order.side == Side.BUY ? asks : bids;
        List<Trade> trades = new ArrayList<>(2);
        while (order.quantity > 0 && !other.isEmpty()) {
            Map.Entry<Integer, Deque<Order>> best = other.firstEntry();
            boolean crosses = order.side == Side.BUY ? best.getKey() <= order.price : best.getKey() >= order.price;
            if (!crosses) {
                break;
            }
            Order resting = best.getValue().peekFirst();
            int quantity = Math.min(order.quantity, resting.quantity);
            order.quantity -= quantity;
            resting.quantity -= quantity;
            trades.add(order.side == Side.BUY
                    ? new Trade(order.id, resting.id, resting.price, quantity)
                    : new Trade(resting.id, order.id, resting.price, quantity));
            if (resting.quantity == 0) {
                best.getValue().removeFirst();
                if (best.getValue().isEmpty()) {
                    other.remove(best.getKey());
                }
            }
        }
        if (order.quantity > 0) {
            (order.side == Side.BUY ? bids : asks).computeIfAbsent(order.price, p -> new ArrayDeque<>()).addLast(order);
        }
        return trades;
    }

    long replay(List<Order> orders) {
        long trades = 0;
        for (Order order : orders) {
            for (Trade t : match(order)) {
                volume += (long) t.price() * t.quantity();
                trades++;
            }
        }
        return trades;
    }

    public static void main(String[] args) throws IOException {
        List<Order> orders = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(Path.of(args[0]))) {
            for (String line; (line = in.readLine()) != null; ) {
                String[] f = line.split(",");
                orders.add(new Order(Long.parseLong(f[0]), Side.valueOf(f[1]), Integer.parseInt(f[2]), Integer.parseInt(f[3])));
            }
        }
        OrderBook book = new OrderBook();
        System.out.println(book.replay(orders) + " trades, volume " + book.volume);
    }
}
