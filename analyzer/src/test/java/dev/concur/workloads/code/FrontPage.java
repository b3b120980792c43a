package dev.concur.workloads.code;

/** Asks four services that know nothing of each other. */
public final class FrontPage {

  public String page(int customer) throws InterruptedException {
    String name = name(customer);
    String orders = orders(customer);
    String offers = offers(customer);
    String weather = weather(customer);
    return name + orders + offers + weather;
  }

  public static String name(int customer) throws InterruptedException {
    Thread.sleep(5);
    return "name " + customer;
  }

  public static String orders(int customer) throws InterruptedException {
    Thread.sleep(5);
    return "orders " + customer;
  }

  public static String offers(int customer) throws InterruptedException {
    Thread.sleep(5);
    return "offers " + customer;
  }

  public static String weather(int customer) throws InterruptedException {
    Thread.sleep(5);
    return "weather " + customer;
  }
}
