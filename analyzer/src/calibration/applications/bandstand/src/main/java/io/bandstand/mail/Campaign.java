package io.bandstand.mail;

import io.bandstand.db.CustomerRepository;
import io.bandstand.domain.Customer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A letter to a part of the customers. */
public class Campaign {

  /** Where letters go. */
  public interface Outlet {
    void put(Mail mail) throws IOException;
  }

  private final CustomerRepository customers;
  private final MailMerge merge;
  private Predicate<Customer> wanted = c -> true;

  public Campaign(CustomerRepository customers, MailMerge merge) {
    this.customers = customers;
    this.merge = merge;
  }

  public Campaign only(Predicate<Customer> more) {
    wanted = wanted.and(more);
    return this;
  }

  public boolean reaches(Customer customer) {
    return wanted.test(customer);
  }

  /** Reads whom it concerns, and writes the letters. */
  public List<Mail> prepare(String language, String postcode, Map<String, ?> more) {
    List<Customer> found = customers.segment(language, postcode).stream().filter(wanted).toList();
    return merge.merge(found, more);
  }

  /** All who agreed to be written to. */
  public int count() {
    int[] counted = new int[1];
    customers.eachWithConsent(
        c -> {
          if (wanted.test(c)) {
            counted[0]++;
          }
        });
    return counted[0];
  }

  public int run(List<Mail> mails, Outlet outlet) {
    List<String> failed = new ArrayList<>();
    for (Mail mail : mails) {
      try {
        outlet.put(mail);
      } catch (IOException e) {
        failed.add(mail.to());
      }
    }
    return mails.size() - failed.size();
  }
}
