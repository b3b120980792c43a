package telemetry.export;

import java.io.Serializable;

public record Reading(String sensor, long time, double value, String unit)
    implements Serializable {}
