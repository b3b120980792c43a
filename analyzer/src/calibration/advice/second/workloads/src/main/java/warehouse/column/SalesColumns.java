package warehouse.column;

/** A segment of the sales table, a column an array. */
public class SalesColumns implements java.io.Serializable {
  final long[] quantity;
  final long[] price;
  final long[] discount;

  public SalesColumns(long[] quantity, long[] price, long[] discount) {
    this.quantity = quantity;
    this.price = price;
    this.discount = discount;
  }

  int rows() {
    return quantity.length;
  }
}
