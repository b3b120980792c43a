package com.kittiwake.freight.model;

import java.util.Locale;

public enum Incoterm {
  EXW,
  FCA,
  FOB,
  CFR,
  CIF,
  DAP,
  DPU,
  DDP;

  /** Reads "fob Hamburg", "DDP (2020)" and the like. */
  public static Incoterm fromText(String text) {
    String head = text.strip().toUpperCase(Locale.ROOT);
    for (Incoterm term : values()) {
      if (head.startsWith(term.name())) {
        return term;
      }
    }
    throw new IllegalArgumentException("no incoterm in " + text);
  }

  public boolean sellerPaysFreight() {
    return compareTo(CFR) >= 0;
  }
}
