package market.dashboard;

/** A sale at a till. */
public record Sale(int shop, long cents, int minute) {}
