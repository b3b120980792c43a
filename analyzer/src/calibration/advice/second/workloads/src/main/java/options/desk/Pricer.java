package options.desk;

@FunctionalInterface
public interface Pricer {
  double price(Contract contract);
}
