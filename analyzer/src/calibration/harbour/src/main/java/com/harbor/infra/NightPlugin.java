package com.harbor.infra;

public class NightPlugin implements Plugin {
  @Override
  public String name() {
    return "night";
  }

  @Override
  public long price(int moves) {
    return moves * 130L;
  }
}
