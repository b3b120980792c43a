package dev.concur.samples.gilstaticlock;

/** The lock that several classes of this package share. */
final class CustomsOffice {

  static final Object DESK = new Object();

  private CustomsOffice() {}
}
