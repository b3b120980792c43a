package audit.journal;

import java.io.Serializable;

/** One line of the audit journal. */
public record Entry(int number, String actor, String action, long epochMillis)
    implements Serializable {
  public String format() {
    return number + "\t" + epochMillis + "\t" + actor + "\t" + action + "\n";
  }
}
