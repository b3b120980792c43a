package logistics.depot;

/** A customer and how often a lorry goes there. */
public record Customer(double latitude, double longitude, int toursPerWeek) {}
