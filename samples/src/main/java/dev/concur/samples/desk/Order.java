package dev.concur.samples.desk;

import java.util.List;

/**
 * What a customer wants.
 *
 * @param id number of the order
 * @param customer number of the customer
 * @param lines articles, in the order they were asked for
 */
public record Order(String id, String customer, List<OrderLine> lines) {
  public Order {
    lines = List.copyOf(lines);
  }
}
