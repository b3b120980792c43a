package shop.quotes;

/** A wholesaler that answers questions for prices. */
public record Supplier(String name, String baseUrl, int handlingCents) {}
