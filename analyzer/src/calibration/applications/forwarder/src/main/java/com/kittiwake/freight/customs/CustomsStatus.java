package com.kittiwake.freight.customs;

import java.time.Instant;

public record CustomsStatus(String mrn, String state, Instant since, int findings) {
  public boolean released() {
    return state.equals("RELEASED") && findings == 0;
  }
}
