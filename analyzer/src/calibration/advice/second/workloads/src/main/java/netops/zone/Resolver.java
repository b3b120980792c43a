package netops.zone;

import java.io.IOException;

/** Looks up the address record of a host name. */
public interface Resolver {
  String lookup(String host) throws IOException;
}
