package dev.concur.samples.desk;

/**
 * One article on an order.
 *
 * @param sku article number
 * @param quantity pieces
 */
public record OrderLine(String sku, int quantity) {}
