package dev.concur.calibration.shop;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sums, discounts and statistics. */
public class Pricing {

  private static final BigDecimal VAT = new BigDecimal("0.19");

  private double discount = 0.05;

  public double discount() {
    return discount;
  }

  public void reduceBy(double discount) {
    if (discount < 0 || discount > 1) {
      throw new IllegalArgumentException("discount " + discount);
    }
    this.discount = discount;
  }

  public BigDecimal withVat(BigDecimal net) {
    return net.add(net.multiply(VAT)).setScale(2, RoundingMode.HALF_UP);
  }

  public Map<String, BigDecimal> turnover(List<Order> orders) {
    return orders.stream()
        .collect(
            Collectors.groupingBy(
                Order::customer,
                TreeMap::new,
                Collectors.reducing(BigDecimal.ZERO, Order::total, BigDecimal::add)));
  }

  public List<Order> byTotal(List<Order> orders) {
    List<Order> sorted = new ArrayList<>(orders);
    sorted.sort(Comparator.comparing(Order::total).reversed());
    return sorted;
  }

  // miss: said light: a window counts as five values, this one is wide
  public double[] movingAverage(double[] values, int window) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double sum = 0;
      int from = Math.max(0, i - window);
      for (int j = from; j <= i; j++) {
        sum += values[j];
      }
      result[i] = sum / (i - from + 1);
    }
    return result;
  }

  public double[][] correlations(double[][] series) {
    int n = series.length;
    double[][] result = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int k = 0; k < series[i].length; k++) {
          sum += series[i][k] * series[j][k];
        }
        result[i][j] = sum / series[i].length;
      }
    }
    return result;
  }

  public BigInteger combinations(int items) {
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= items; i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    return product;
  }

  public long bestBasket(int[] values, int[] weights, int capacity) {
    long[] best = new long[capacity + 1];
    for (int i = 0; i < values.length; i++) {
      for (int w = capacity; w >= weights[i]; w--) {
        best[w] = Math.max(best[w], best[w - weights[i]] + values[i]);
      }
    }
    return best[capacity];
  }

  public int cheapest(int[] prices) {
    int least = Integer.MAX_VALUE;
    for (int price : prices) {
      least = Math.min(least, price);
    }
    return least;
  }

  public String label(Order order) {
    return "#" + order.id() + " " + order.customer().toUpperCase(java.util.Locale.ROOT);
  }

  public Map<String, Integer> quantities(Order order) {
    Map<String, Integer> result = new HashMap<>();
    for (Order.Line line : order.lines()) {
      result.merge(line.sku(), line.quantity(), Integer::sum);
    }
    return result;
  }

  public int routes(int stops) {
    return place(0, stops, 0, 0, 0);
  }

  /** Counts placements as the queens on a board: no two in one column or on one diagonal. */
  private int place(int row, int size, int columns, int left, int right) {
    if (row == size) {
      return 1;
    }
    int count = 0;
    for (int column = 0; column < size; column++) {
      int bit = 1 << column;
      int down = 1 << (row + column);
      int up = 1 << (row - column + size);
      if ((columns & bit) == 0 && (left & down) == 0 && (right & up) == 0) {
        count += place(row + 1, size, columns | bit, left | down, right | up);
      }
    }
    return count;
  }

  public long fibonacci(int n) {
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }

  public List<Integer> shuffledAndSorted(List<Integer> numbers) {
    List<Integer> copy = new ArrayList<>(numbers);
    Collections.shuffle(copy, new java.util.Random(7));
    Collections.sort(copy);
    return copy;
  }
}
