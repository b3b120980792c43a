package logistics.depot;

import java.io.Serializable;

/** A place where a depot could be built. */
public record Site(String name, double latitude, double longitude, long rent)
    implements Serializable {}
