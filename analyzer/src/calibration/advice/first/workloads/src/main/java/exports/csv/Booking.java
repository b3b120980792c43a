package exports.csv;

import java.io.Serializable;

/** One booking of a statement. */
public record Booking(long epochMillis, long cents, String text) implements Serializable {}
