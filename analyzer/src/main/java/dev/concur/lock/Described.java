package dev.concur.lock;

import dev.concur.model.Spot;
import java.util.List;
import java.util.Map;

/**
 * One lock with its regions, before it is judged.
 *
 * @param inner locks taken while it is held, each with the calls that show it
 */
record Described(
    LockName name, Sharing sharing, List<Draft> drafts, Map<String, List<Spot>> inner) {

  Described {
    drafts = List.copyOf(drafts);
  }
}
