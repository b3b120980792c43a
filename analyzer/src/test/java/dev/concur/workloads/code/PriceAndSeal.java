package dev.concur.workloads.code;

import java.util.ArrayList;
import java.util.List;

/** Fetches each price, which waits, and then computes on it. */
public final class PriceAndSeal {

  public static final int ARTICLES = 80;

  public List<Double> all() throws InterruptedException {
    List<Double> prices = new ArrayList<>();
    for (int article = 0; article < ARTICLES; article++) {
      prices.add(price(article));
    }
    return prices;
  }

  public double price(int article) throws InterruptedException {
    Thread.sleep(4);
    double price = article;
    for (int i = 1; i < 40_000; i++) {
      price += Math.sin(i * price);
    }
    return price;
  }
}
