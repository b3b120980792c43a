package netops.zone;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Checks that every host of a zone resolves to what the inventory says. */
public class ZoneAuditor {

  private final Resolver resolver;

  public ZoneAuditor(Resolver resolver) {
    this.resolver = resolver;
  }

  /** Returns the deviating hosts with the address found. */
  public Map<String, String> audit(Map<String, String> inventory) {
    Map<String, String> deviations = new LinkedHashMap<>();
    for (Map.Entry<String, String> record : inventory.entrySet()) {
      String found = check(record.getKey());
      if (!record.getValue().equals(found)) {
        deviations.put(record.getKey(), found);
      }
    }
    return deviations;
  }

  public String check(String host) {
    try {
      return resolver.lookup(host);
    } catch (IOException e) {
      return "SERVFAIL";
    }
  }
}
