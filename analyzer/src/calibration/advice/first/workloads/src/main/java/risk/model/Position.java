package risk.model;

import java.io.Serializable;

/** A holding whose loss is simulated. */
public record Position(double value, double drift, double volatility, int days)
    implements Serializable {}
