package org.sandpiper.lab.hl7;

import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TimeZone;
import org.sandpiper.lab.domain.LabException;
import org.sandpiper.lab.domain.Order;
import org.sandpiper.lab.domain.Patient;
import org.sandpiper.lab.domain.Result;

/** ORM^O01 in, ORU^R01 out. */
public class OrderMapper {
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  public Patient patient(Hl7Message m) {
    Hl7Segment pid = m.first("PID");
    if (pid == null) throw new LabException("no PID");
    Hl7Segment pv1 = m.first("PV1");
    return new Patient(
        pid.get(3, 1),
        pid.get(5, 1),
        pid.get(5, 2),
        LocalDate.parse(pid.get(7, 1).substring(0, 8), DAY),
        Patient.Sex.ofCode(pid.get(8, 1)),
        pv1 == null ? "" : pv1.get(3, 1));
  }

  public List<Order> orders(Hl7Message m) {
    Patient p = patient(m);
    List<Order> orders = new ArrayList<Order>();
    String accession = null, requester = "", collected = "";
    boolean urgent = false;
    List<String> tests = new ArrayList<String>();
    for (Iterator it = m.getSegments().iterator(); it.hasNext(); ) {
      Hl7Segment s = (Hl7Segment) it.next();
      if (s.getName().equals("ORC")) {
        if (accession != null)
          orders.add(new Order(accession, p.mrn(), requester, time(collected), urgent, tests));
        accession = s.get(3, 1);
        requester = s.get(12, 2);
        tests = new ArrayList<String>();
        urgent = false;
      } else if (s.getName().equals("OBR")) {
        tests.add(s.get(4, 1));
        collected = s.get(7, 1);
        urgent |= "S".equals(s.get(27, 6)) || "S".equals(s.get(5, 1));
      }
    }
    if (accession != null)
      orders.add(new Order(accession, p.mrn(), requester, time(collected), urgent, tests));
    return orders;
  }

  private static java.time.Instant time(String s) {
    try {
      SimpleDateFormat f = new SimpleDateFormat("yyyyMMddHHmm");
      f.setTimeZone(TimeZone.getTimeZone("UTC"));
      return f.parse(s).toInstant();
    } catch (ParseException e) {
      throw new LabException("collected at " + s, e);
    }
  }

  public Hl7Message report(Patient p, String accession, List<Result> results) {
    Hl7Message m = new Hl7Message();
    m.add(
        new Hl7Segment("MSH")
            .set(1, "|")
            .set(2, "^~\\&")
            .set(3, "SANDPIPER")
            .set(4, "LAB")
            .set(5, "WARD")
            .set(9, "ORU^R01")
            .set(10, accession));
    m.add(new Hl7Segment("PID").set(3, p.mrn()).set(5, p.family()).set(7, DAY.format(p.born())));
    m.add(new Hl7Segment("OBR").set(1, "1").set(3, accession));
    int n = 0;
    for (Result r : results) {
      m.add(
          new Hl7Segment("OBX")
              .set(1, String.valueOf(++n))
              .set(2, "NM")
              .set(3, r.analyte())
              .set(5, String.valueOf(r.value()))
              .set(6, r.unit())
              .set(11, r.isFinal() ? "F" : "P"));
    }
    return m;
  }

  public Hl7Message ack(Hl7Message m, String code) {
    Hl7Message a = new Hl7Message();
    a.add(
        new Hl7Segment("MSH")
            .set(1, "|")
            .set(2, "^~\\&")
            .set(3, "SANDPIPER")
            .set(9, "ACK")
            .set(10, m.controlId()));
    a.add(new Hl7Segment("MSA").set(1, code).set(2, m.controlId()));
    return a;
  }
}
