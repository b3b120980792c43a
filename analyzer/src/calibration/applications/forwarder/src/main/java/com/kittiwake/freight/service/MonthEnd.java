package com.kittiwake.freight.service;

import com.kittiwake.freight.archive.Packer;
import com.kittiwake.freight.carriers.FtpExchange;
import com.kittiwake.freight.documents.ManifestWorkbook;
import com.kittiwake.freight.documents.Seals;
import com.kittiwake.freight.model.Booking;
import com.kittiwake.freight.model.Rate;
import com.kittiwake.freight.model.Shipment;
import com.kittiwake.freight.ops.Snapshots;
import com.kittiwake.freight.persist.BookingQueries;
import com.kittiwake.freight.persist.RateRepository;
import com.kittiwake.freight.persist.ShipmentDao;
import com.kittiwake.freight.planning.LaneOptimizer;
import com.kittiwake.freight.planning.QueueSimulation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What runs on the last evening of the month. */
public class MonthEnd {
  private final RateRepository rates;
  private final BookingQueries bookings;
  private final ShipmentDao shipments;
  private final FtpExchange terminal;
  private final Snapshots snapshots = new Snapshots();
  private final ManifestWorkbook manifests = new ManifestWorkbook();
  private final LaneOptimizer optimizer = new LaneOptimizer();

  public MonthEnd(
      RateRepository rates, BookingQueries bookings, ShipmentDao shipments, FtpExchange terminal) {
    this.rates = rates;
    this.bookings = bookings;
    this.shipments = shipments;
    this.terminal = terminal;
  }

  /** The rates of a lane as a packed document. */
  public byte[] pack(String lane, Packer packer) throws IOException {
    return packer.pack(snapshots.toXml(rates.ofLane(lane)).getBytes(StandardCharsets.UTF_8));
  }

  public void publish(String name, List<Shipment> all) throws IOException {
    terminal.upload(name, manifests.build(all));
  }

  /** Spreads next month's volume of a lane. */
  public Map<String, Double> tender(String lane, double volume) {
    List<Rate> offers = rates.ofLane(lane);
    double[] cost = offers.stream().mapToDouble(r -> r.getPerTeu().doubleValue()).toArray();
    double[] capacity = new double[cost.length];
    java.util.Arrays.fill(capacity, volume / Math.max(1, cost.length / 3));
    double[] share = optimizer.allocate(cost, capacity, volume);
    Map<String, Double> out = new HashMap<>();
    for (int i = 0; i < share.length; i++) {
      out.merge(offers.get(i).getCarrier(), share[i], Double::sum);
    }
    return out;
  }

  /** Gate lanes the terminal needs for what is booked. */
  public int gateLanes(String port) {
    List<Booking> open = bookings.find(new BookingQueries.Filter(port, null, null, null, true));
    double teu = open.stream().mapToDouble(Booking::teu).sum();
    return new QueueSimulation(40 + teu, 12).lanesFor(4);
  }

  /** A key for a shipment's papers, from its reference and the consignee's secret. */
  public byte[] paperKey(String reference, String secret) {
    Shipment shipment = shipments.byReference(reference).orElseThrow();
    return Seals.keyFrom(secret + shipment.id(), reference.getBytes(StandardCharsets.UTF_8));
  }

  public String summary(List<Booking> all) {
    double teu = 0;
    int open = 0;
    for (Booking b : all) {
      teu += b.teu();
      open += b.open() ? 1 : 0;
    }
    return open + " open, " + teu + " TEU";
  }
}
