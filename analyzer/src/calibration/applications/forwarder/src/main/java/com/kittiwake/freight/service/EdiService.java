package com.kittiwake.freight.service;

import com.kittiwake.freight.carriers.FtpExchange;
import com.kittiwake.freight.edi.EdifactReader;
import com.kittiwake.freight.edi.EdifactWriter;
import com.kittiwake.freight.edi.InterchangeSpool;
import com.kittiwake.freight.edi.Segment;
import com.kittiwake.freight.model.Parcel;
import com.kittiwake.freight.model.Shipment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Vector;

public class EdiService {
  private final InterchangeSpool spool;
  private final FtpExchange partner;

  public EdiService(InterchangeSpool spool, FtpExchange partner) {
    this.spool = spool;
    this.partner = partner;
  }

  /** IFTMIN: instruction to move goods. */
  @SuppressWarnings("unchecked")
  public Vector<Segment> instruction(Shipment shipment) {
    Vector<Segment> out = new Vector<>();
    out.add(new Segment("UNH").add("1").add("IFTMIN"));
    out.add(new Segment("BGM").add("610").add(shipment.reference()));
    out.add(new Segment("NAD").add("CN").add(shipment.consignee()));
    for (Parcel p : shipment.parcels()) {
      out.add(new Segment("GID").add(p.mark()));
      out.add(new Segment("MEA").add("WT").add(Double.toString(p.kg())));
    }
    out.add(new Segment("UNT").add(Integer.toString(out.size() + 1)));
    return out;
  }

  public void instruct(Shipment shipment) throws IOException {
    spool.store(instruction(shipment));
  }

  public void send(Shipment shipment) throws IOException {
    String text = EdifactWriter.asText(instruction(shipment));
    partner.upload(shipment.reference() + ".edi", text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Fetches an interchange and counts its messages. */
  public int receive(String name) throws IOException {
    Vector<?> segments =
        new EdifactReader().parse(new String(partner.fetch(name), StandardCharsets.ISO_8859_1));
    int n = 0;
    for (Object s : segments) {
      if (((Segment) s).getTag().equals("UNH")) {
        n++;
      }
    }
    return n;
  }

  public int weighed(String spooled) throws IOException {
    Vector<?> segments = new EdifactReader().parse(spool.load(spooled));
    double kg = 0;
    for (Object o : segments) {
      Segment s = (Segment) o;
      if (s.getTag().equals("MEA")) {
        kg += Double.parseDouble(s.element(1, 0));
      }
    }
    return (int) kg;
  }
}
