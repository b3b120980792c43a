package shop.quotes;

/** An offer of one supplier. */
public record Quote(String supplier, long cents, int days) {
  boolean betterThan(Quote other) {
    return cents < other.cents || cents == other.cents && days < other.days;
  }
}
