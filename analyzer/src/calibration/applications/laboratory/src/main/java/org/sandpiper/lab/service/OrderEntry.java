package org.sandpiper.lab.service;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sandpiper.lab.domain.Order;
import org.sandpiper.lab.hl7.Hl7Message;
import org.sandpiper.lab.hl7.Hl7Parser;
import org.sandpiper.lab.hl7.MessageSpool;
import org.sandpiper.lab.hl7.OrderMapper;
import org.sandpiper.lab.report.Barcodes;
import org.sandpiper.lab.store.AuditTrail;
import org.sandpiper.lab.store.OrderStore;
import org.sandpiper.lab.store.PatientRepository;

public class OrderEntry {
  private static final Pattern ACCESSION = Pattern.compile("[0-9]{2}[A-Z][0-9]{5,7}[0-9A-Z]?");
  private final MessageSpool spool;
  private final OrderStore orders;
  private final PatientRepository patients;
  private final AuditTrail audit;
  private final OrderMapper mapper = new OrderMapper();

  public OrderEntry(
      MessageSpool spool, OrderStore orders, PatientRepository patients, AuditTrail audit) {
    this.spool = spool;
    this.orders = orders;
    this.patients = patients;
    this.audit = audit;
  }

  /** What the listener calls: keeps the message, answers at once; it is processed later. */
  public Hl7Message accept(String text) throws IOException {
    Hl7Message m = new Hl7Parser().parse(text);
    if (!m.type().startsWith("ORM")) return mapper.ack(m, "AR");
    spool.keep(m);
    return mapper.ack(m, "AA");
  }

  public int process(Hl7Message m) {
    patients.store(mapper.patient(m));
    List<Order> all = mapper.orders(m);
    for (Order o : all) register(o);
    return all.size();
  }

  public void register(Order o) {
    if (!valid(o.accession())) throw new IllegalArgumentException(o.accession());
    orders.save(o);
  }

  static boolean valid(String accession) {
    return ACCESSION.matcher(accession).matches();
  }

  /** Checks a file of messages without storing anything. */
  public Map<String, Integer> dryRun(String batch) {
    Hl7Parser parser = new Hl7Parser();
    Map<String, Integer> errors = new java.util.TreeMap<>();
    for (String text : batch.split("\n\n")) {
      Hl7Message m = parser.parse(text);
      for (Order o : mapper.orders(m)) {
        if (!valid(o.accession())) errors.merge("accession", 1, Integer::sum);
        if (o.tests().isEmpty()) errors.merge("empty", 1, Integer::sum);
      }
    }
    return errors;
  }

  public void cancel(String who, String accession, List<String> tests) throws SQLException {
    List<String> lines = new ArrayList<>();
    for (String t : tests) lines.add("cancelled " + accession + "/" + t);
    audit.recordAll(who, lines);
  }

  public List<String> missing(String mrn, String test) {
    return orders.openOf(mrn).stream()
        .filter(o -> !o.asksFor(test))
        .map(Order::accession)
        .collect(Collectors.toList());
  }

  public String tubeLabel(Order o) {
    return Barcodes.label(o.accession() + Order.checkCharacter(o.accession()), o.requester());
  }
}
