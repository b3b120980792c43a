package com.harbor.infra;

public class DayPlugin implements Plugin {
  @Override
  public String name() {
    return "day";
  }

  @Override
  public long price(int moves) {
    return moves * 100L;
  }
}
