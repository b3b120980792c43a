package library.loans;

public record Overdue(int branch, int loans, long days) {
  public long fee(int cents) {
    return days * cents;
  }
}
