package com.harbor.tracking;

import com.harbor.model.GeoPoint;
import java.util.ArrayList;
import java.util.List;

/** Reads the six-bit payload of position reports. */
public class AisDecoder {

  public record Position(long mmsi, GeoPoint place, double knots) {}

  /** One payload, 28 characters. */
  public Position decode(String payload) {
    long mmsi = bits(payload, 8, 30);
    double knots = bits(payload, 50, 10) / 10.0;
    double longitude = signed(bits(payload, 61, 28), 28) / 600_000.0;
    double latitude = signed(bits(payload, 89, 27), 27) / 600_000.0;
    return new Position(mmsi, new GeoPoint(latitude, longitude), knots);
  }

  private static long bits(String payload, int from, int count) {
    long value = 0;
    for (int i = from; i < from + count; i++) {
      int six = payload.charAt(i / 6) - 48;
      if (six > 40) {
        six -= 8;
      }
      value = value << 1 | six >> 5 - i % 6 & 1;
    }
    return value;
  }

  private static long signed(long value, int bits) {
    return value << 64 - bits >> 64 - bits;
  }

  public static boolean checksum(String sentence) {
    int star = sentence.lastIndexOf('*');
    int sum = 0;
    for (int i = 1; i < star; i++) {
      sum ^= sentence.charAt(i);
    }
    return Integer.parseInt(sentence.substring(star + 1), 16) == sum;
  }

  /** All reports of a recording. */
  public List<Position> decodeAll(List<String> sentences) {
    List<Position> positions = new ArrayList<>(sentences.size());
    for (String sentence : sentences) {
      String[] fields = sentence.split(",");
      if (fields.length >= 6 && fields[0].endsWith("VDM")) {
        positions.add(decode(fields[5]));
      }
    }
    return positions;
  }
}
