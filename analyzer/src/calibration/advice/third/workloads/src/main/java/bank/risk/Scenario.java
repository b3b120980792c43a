package bank.risk;

/** A move of the market that is tried out. */
public record Scenario(int number, double move) {}
