package com.kittiwake.freight.planning;

import com.kittiwake.freight.model.Parcel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts parcels into a box by layers. */
public class LoadPlan {
  public record Place(Parcel parcel, int x, int y, int z) {}

  private static final class Space {
    final int x;
    final int y;
    final int z;
    final int l;
    final int w;
    final int h;

    Space(int x, int y, int z, int l, int w, int h) {
      this.x = x;
      this.y = y;
      this.z = z;
      this.l = l;
      this.w = w;
      this.h = h;
    }

    boolean holds(Parcel p) {
      return p.length() <= l && p.width() <= w && p.height() <= h;
    }
  }

  private final int length;
  private final int width;
  private final int height;

  public LoadPlan(int length, int width, int height) {
    this.length = length;
    this.width = width;
    this.height = height;
  }

  public boolean fits(Parcel p) {
    return new Space(0, 0, 0, length, width, height).holds(p);
  }

  public List<Place> load(List<Parcel> parcels) {
    List<Parcel> big = new ArrayList<>(parcels);
    big.sort(Comparator.comparingDouble(Parcel::cubicMetres).reversed());
    List<Space> free = new ArrayList<>();
    free.add(new Space(0, 0, 0, length, width, height));
    List<Place> out = new ArrayList<>();
    for (Parcel p : big) {
      for (int i = 0; i < free.size(); i++) {
        Space s = free.get(i);
        if (s.holds(p)) {
          free.remove(i);
          out.add(new Place(p, s.x, s.y, s.z));
          addIfAny(free, new Space(s.x + p.length(), s.y, s.z, s.l - p.length(), s.w, s.h));
          addIfAny(free, new Space(s.x, s.y + p.width(), s.z, p.length(), s.w - p.width(), s.h));
          addIfAny(
              free, new Space(s.x, s.y, s.z + p.height(), p.length(), p.width(), s.h - p.height()));
          break;
        }
      }
    }
    return out;
  }

  private static void addIfAny(List<Space> free, Space s) {
    if (s.l > 0 && s.w > 0 && s.h > 0) {
      free.add(s);
    }
  }

  /** Along the length, for the axle loads. */
  public static double centreOfGravity(List<Place> places) {
    double kg = 0;
    double moment = 0;
    for (Place p : places) {
      kg += p.parcel().kg();
      moment += p.parcel().kg() * (p.x() + p.parcel().length() / 2.0);
    }
    return kg == 0 ? 0 : moment / kg;
  }
}
