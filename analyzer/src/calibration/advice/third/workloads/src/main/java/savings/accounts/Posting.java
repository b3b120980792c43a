package savings.accounts;

/** A payment to an account. */
public record Posting(String account, int day, double amount) {}
