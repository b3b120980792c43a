package com.kittiwake.freight.service;

import com.kittiwake.freight.customs.PartyScreening;
import com.kittiwake.freight.model.Shipment;
import com.kittiwake.freight.persist.ShipmentDao;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

public class Compliance {
  private final PartyScreening screening;
  private final ShipmentDao shipments;
  private final ExecutorService pool;

  public Compliance(PartyScreening screening, ShipmentDao shipments, ExecutorService pool) {
    this.screening = screening;
    this.shipments = shipments;
    this.pool = pool;
  }

  /** Screens everybody we deliver to, most suspects first. */
  public Map<String, List<String>> screenCustomers(int most) {
    Map<String, List<String>> alarms = new TreeMap<>();
    List<String> names = shipments.consignees();
    for (String name : names.subList(0, Math.min(most, names.size()))) {
      List<String> suspects = screening.suspects(name);
      if (!suspects.isEmpty()) {
        alarms.put(name, suspects);
      }
    }
    return alarms;
  }

  public boolean mayShip(Shipment shipment) {
    return !screening.onList(shipment.consignee()) && shipment.chargeableWeight() < 40_000;
  }

  public List<Integer> nearestInParallel(List<String> names) throws Exception {
    List<Future<Integer>> running = new ArrayList<>();
    for (String name : names) {
      running.add(pool.submit(() -> screening.nearest(name)));
    }
    List<Integer> out = new ArrayList<>();
    for (Future<Integer> f : running) {
      out.add(f.get());
    }
    return out;
  }

  public void screenLater(Shipment shipment) {
    pool.submit(() -> screening.suspects(shipment.consignee()));
  }
}
