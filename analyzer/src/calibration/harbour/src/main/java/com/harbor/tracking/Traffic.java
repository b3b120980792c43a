package com.harbor.tracking;

import com.harbor.model.GeoPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What moves in the approaches. */
public class Traffic {

  public record Pair(long one, long other, double kilometres) {}

  private final Map<Long, AisDecoder.Position> last = new HashMap<>();

  public void seen(AisDecoder.Position position) {
    last.put(position.mmsi(), position);
  }

  public AisDecoder.Position of(long mmsi) {
    return last.get(mmsi);
  }

  public int size() {
    return last.size();
  }

  /** All pairs that are nearer to each other than they should be. */
  public List<Pair> tooClose(double kilometres) {
    AisDecoder.Position[] all = last.values().toArray(new AisDecoder.Position[0]);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < all.length; i++) {
      for (int j = i + 1; j < all.length; j++) {
        double distance = all[i].place().kilometresTo(all[j].place());
        if (distance < kilometres) {
          pairs.add(new Pair(all[i].mmsi(), all[j].mmsi(), distance));
        }
      }
    }
    return pairs;
  }

  public double[][] distances(List<GeoPoint> places) {
    int n = places.size();
    double[][] table = new double[n][n];
    for (int i = 0; i < n; i++) {
      GeoPoint from = places.get(i);
      for (int j = 0; j < i; j++) {
        table[i][j] = table[j][i] = from.kilometresTo(places.get(j));
      }
    }
    return table;
  }

  /** The mean speed of all ships in sight. */
  public double meanKnots() {
    double sum = 0;
    for (AisDecoder.Position position : last.values()) {
      sum += position.knots();
    }
    return last.isEmpty() ? 0 : sum / last.size();
  }

  /** A median filter over a track. */
  public static double[] smooth(double[] track, int width) {
    double[] out = new double[track.length];
    double[] window = new double[width];
    for (int i = 0; i < track.length; i++) {
      for (int k = 0; k < width; k++) {
        int at = Math.min(track.length - 1, Math.max(0, i + k - width / 2));
        window[k] = track[at];
      }
      Arrays.sort(window);
      out[i] = window[width / 2];
    }
    return out;
  }

  static int cell(GeoPoint place) {
    return (int) Math.floor(place.latitude() * 10) * 3_600
        + (int) Math.floor(place.longitude() * 10);
  }
}
