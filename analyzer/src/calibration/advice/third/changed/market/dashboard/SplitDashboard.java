package market.dashboard;

/** A lock for the sales and a lock for the deliveries. */
public class SplitDashboard extends Dashboard {
    private final Object left = new Object();
    private final Object right = new Object();
    private final SmoothedCurve sales = new SmoothedCurve();
    private final SmoothedCurve deliveries = new SmoothedCurve();
    private long turnover;
    private double salesPeak;
    private long pieces;
    private double deliveryPeak;

    @Override
    public void sold(Sale sale) {
        synchronized (left) {
            turnover += sale.cents();
            salesPeak = Math.max(salesPeak, sales.add(sale.minute(), sale.cents() / 100.0));
        }
    }

    @Override
    public void delivered(Delivery delivery) {
        synchronized (right) {
            pieces += delivery.pieces();
            deliveryPeak = Math.max(deliveryPeak, deliveries.add(delivery.minute(), delivery.pieces()));
        }
    }

    @Override
    public long turnover() {
        synchronized (left) {
            return turnover;
        }
    }

    @Override
    public long pieces() {
        synchronized (right) {
            return pieces;
        }
    }

    @Override
    public double salesPeak() {
        synchronized (left) {
            return salesPeak;
        }
    }

    @Override
    public double deliveryPeak() {
        synchronized (right) {
            return deliveryPeak;
        }
    }
}
