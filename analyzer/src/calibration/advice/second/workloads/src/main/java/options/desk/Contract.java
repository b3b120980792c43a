package options.desk;

import java.io.Serializable;

public record Contract(double spot, double strike, double volatility, double years, boolean put)
    implements Serializable {}
