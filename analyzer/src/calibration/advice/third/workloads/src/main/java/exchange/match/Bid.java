package exchange.match;

/** An order at the exchange. */
public record Bid(boolean buy, int price, int quantity) {}
