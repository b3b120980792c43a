package bank.risk;

/** A position of a desk. */
public record Position(double amount, double delta, double gamma) {}
