package io.bandstand.session;

import io.bandstand.db.CustomerRepository;
import io.bandstand.domain.Customer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets people in. */
public class Login {

  private final CustomerRepository customers;
  private final Map<Long, String> hashes;
  private final Passwords passwords;
  private final Tokens tokens;
  private final ExpiringMap<String, Integer> failures;

  public Login(
      CustomerRepository customers,
      Map<Long, String> hashes,
      Passwords passwords,
      Tokens tokens,
      ExpiringMap<String, Integer> failures) {
    this.customers = customers;
    this.hashes = hashes;
    this.passwords = passwords;
    this.tokens = tokens;
    this.failures = failures;
  }

  public Optional<String> login(String email, String password) {
    if (locked(email)) {
      return Optional.empty();
    }
    Optional<Customer> customer = customers.byEmail(email);
    if (customer.isEmpty()
        || !passwords.matches(password, hashes.getOrDefault(customer.get().id(), ""))) {
      failures.put(email, failures.get(email).orElse(0) + 1);
      return Optional.empty();
    }
    return customer.map(c -> tokens.issue(c.id(), List.of("buyer"), Duration.ofHours(2)));
  }

  public boolean locked(String email) {
    return failures.get(email).orElse(0) > 4;
  }
}
