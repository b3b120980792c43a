package parcels.track;

/** Estimates the hours to arrival by iterating a small queueing model over the events. */
class ArrivalModel {
  private static final int STEPS = 6_000;

  double hours(String events) {
    double load = 0.1;
    for (String event : events.split(";")) {
      load += (event.hashCode() & 0xFF) / 2_000.0;
    }
    double hours = 1;
    for (int i = 0; i < STEPS; i++) {
      hours += Math.log1p(Math.exp(-hours * load)) / (1 + i % 7);
      if (hours > 72) {
        hours -= 72 * load / 9;
      }
    }
    return hours;
  }
}
