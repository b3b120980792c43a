package shop.quotes;

/** What the customer wants to buy. */
public record QuoteRequest(String article, int quantity, String country) {
  public QuoteRequest {
    if (quantity <= 0) {
      throw new IllegalArgumentException("quantity " + quantity);
    }
  }
}
