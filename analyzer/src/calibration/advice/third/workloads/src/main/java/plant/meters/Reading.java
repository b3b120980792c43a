package plant.meters;

/** What a meter shows. */
public record Reading(String meter, long wattHours) {}
