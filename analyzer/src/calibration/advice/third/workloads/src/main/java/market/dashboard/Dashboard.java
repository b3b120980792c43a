package market.dashboard;

/** The figures on the screen of the manager: sales on the left, deliveries on the right. */
public class Dashboard {
  private final SmoothedCurve sales = new SmoothedCurve();
  private final SmoothedCurve deliveries = new SmoothedCurve();
  private long turnover;
  private double salesPeak;
  private long pieces;
  private double deliveryPeak;

  public synchronized void sold(Sale sale) {
    turnover += sale.cents();
    salesPeak = Math.max(salesPeak, sales.add(sale.minute(), sale.cents() / 100.0));
  }

  public synchronized void delivered(Delivery delivery) {
    pieces += delivery.pieces();
    deliveryPeak = Math.max(deliveryPeak, deliveries.add(delivery.minute(), delivery.pieces()));
  }

  public synchronized long turnover() {
    return turnover;
  }

  public synchronized long pieces() {
    return pieces;
  }

  public synchronized double salesPeak() {
    return salesPeak;
  }

  public synchronized double deliveryPeak() {
    return deliveryPeak;
  }
}
