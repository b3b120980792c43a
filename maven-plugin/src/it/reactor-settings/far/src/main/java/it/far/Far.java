package it.far;

import it.Desk;

/** Calls another module. */
public class Far {

  public int ask() {
    return new Desk().ask(80).join();
  }
}
