package market.dashboard;

/** Goods that came in. */
public record Delivery(int article, int pieces, int minute) {}
