package quotes.fx;

import java.io.Serializable;

/** Bid and ask prices of a currency pair over a trading day. */
public record Quote(String pair, double[] bids, double[] asks) implements Serializable {}
