package com.kittiwake.freight.service;

import com.kittiwake.freight.carriers.PositionCache;
import com.kittiwake.freight.carriers.VesselTracker;
import com.kittiwake.freight.planning.EtaFilter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

public class TrackingService {
  private final PositionCache cache;
  private final VesselTracker tracker;
  private final ExecutorService pool;

  public TrackingService(PositionCache cache, VesselTracker tracker, ExecutorService pool) {
    this.cache = cache;
    this.tracker = tracker;
    this.pool = pool;
  }

  public String where(String imo) throws Exception {
    String known = cache.lookup(imo);
    if (known == null || known.startsWith("stale")) {
      return format(tracker.positionNow(imo));
    }
    return known;
  }

  static String format(VesselTracker.Position p) {
    return Math.round(p.lat() * 100) / 100.0 + " " + Math.round(p.lon() * 100) / 100.0;
  }

  public List<String> whereAll(List<String> imos) {
    List<CompletableFuture<String>> asked =
        imos.stream()
            .map(
                imo ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            return where(imo);
                          } catch (Exception e) {
                            return "lost";
                          }
                        },
                        pool))
            .toList();
    return asked.stream().map(CompletableFuture::join).toList();
  }

  /** Hours to go, from a log of distances. */
  public double hoursToGo(double[] milesLog, double remaining) {
    return remaining / Math.max(1, new EtaFilter().smooth(milesLog));
  }

  /** Great circle, nautical miles. */
  public static double distance(double lat1, double lon1, double lat2, double lon2) {
    double a = Math.toRadians(lat1);
    double b = Math.toRadians(lat2);
    double d = Math.toRadians(lon2 - lon1);
    return 3440.065
        * Math.acos(
            Math.min(1, Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(d)));
  }
}
