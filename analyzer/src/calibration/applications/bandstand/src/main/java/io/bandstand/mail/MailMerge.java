package io.bandstand.mail;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import io.bandstand.domain.Customer;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Letters to many customers from one text. */
public class MailMerge {

  private final Mustache template;
  private final String subject;
  private final String from;

  public MailMerge(String template, String subject, String from) {
    this.template = new DefaultMustacheFactory().compile(new StringReader(template), "letter");
    this.subject = subject;
    this.from = from;
  }

  public Mail letter(Customer customer, Map<String, ?> more) {
    Map<String, Object> model = new HashMap<>(more);
    model.put("salutation", customer.salutation());
    model.put("customer", Map.of("name", customer.name(), "postcode", customer.postcode()));
    StringWriter text = new StringWriter();
    template.execute(text, model);
    return new Mail(from, customer.email(), subject, text.toString());
  }

  public List<Mail> merge(List<Customer> customers, Map<String, ?> more) {
    List<Mail> letters = new ArrayList<>(customers.size());
    for (Customer customer : customers) {
      letters.add(letter(customer, more));
    }
    return letters;
  }
}
