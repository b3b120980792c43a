package nav.track;

import java.io.Serializable;

public record Fix(double east, double north, double accuracy) implements Serializable {}
