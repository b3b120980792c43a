package weather.stations;

import java.io.Serializable;

/** What a station reports. */
public record Observation(String station, double value) implements Serializable {}
