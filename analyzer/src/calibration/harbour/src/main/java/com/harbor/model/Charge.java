package com.harbor.model;

import java.math.BigDecimal;

/** Something that ends up as a line of an invoice. */
public sealed interface Charge {

  record Storage(ContainerType type, int days) implements Charge {}

  record Handling(int moves, BigDecimal perMove) implements Charge {}

  record Surcharge(Charge on, BigDecimal percent) implements Charge {}
}
