package io.bandstand.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers of tickets, with a check digit by Luhn. */
public final class TicketNumbers {

  private final AtomicLong last;
  private final String prefix;

  public TicketNumbers(String prefix, long last) {
    this.prefix = prefix;
    this.last = new AtomicLong(last);
  }

  public String next() {
    String digits = String.format("%010d", last.incrementAndGet());
    return prefix + digits + checkDigit(digits);
  }

  public List<String> next(int count) {
    List<String> numbers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      numbers.add(next());
    }
    return numbers;
  }

  static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int d = digits.charAt(digits.length() - 1 - i) - '0';
      if (i % 2 == 0) {
        d = d * 2 > 9 ? d * 2 - 9 : d * 2;
      }
      sum += d;
    }
    return (10 - sum % 10) % 10;
  }

  public boolean valid(String number) {
    if (!number.startsWith(prefix) || number.length() != prefix.length() + 11) {
      return false;
    }
    String digits = number.substring(prefix.length(), number.length() - 1);
    return digits.chars().allMatch(Character::isDigit)
        && checkDigit(digits) == number.charAt(number.length() - 1) - '0';
  }
}
