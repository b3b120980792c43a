package dev.concur.workloads.code;

/** Counts primes in ranges by trial division. */
public final class PrimeRanges {

  public static final int RANGES = 60;
  public static final int WIDTH = 2_000;

  public int all() {
    int primes = 0;
    for (int range = 0; range < RANGES; range++) {
      primes += count(range * WIDTH, (range + 1) * WIDTH);
    }
    return primes;
  }

  public static int count(int from, int to) {
    int primes = 0;
    for (int number = from; number < to; number++) {
      if (prime(number)) {
        primes++;
      }
    }
    return primes;
  }

  private static boolean prime(int number) {
    if (number < 2) {
      return false;
    }
    for (int divisor = 2; divisor * divisor <= number; divisor++) {
      if (number % divisor == 0) {
        return false;
      }
    }
    return true;
  }
}
