package crm.dedupe;

public class Customer {
  final int id;
  final String name;
  final String street;

  public Customer(int id, String name, String street) {
    this.id = id;
    this.name = name;
    this.street = street;
  }
}
