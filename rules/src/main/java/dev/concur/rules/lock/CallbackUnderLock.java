package dev.concur.rules.lock;

import dev.concur.model.Happening;
import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;
import java.util.regex.Pattern;

/** A shared lock that is held while code of strangers runs. */
public final class CallbackUnderLock implements LockRule {

  // What is made to be supplied by others; a strategy of one's own rarely is. See the page,
  // "Threshold".
  private static final Pattern SUPPLIED_BY_OTHERS =
      Pattern.compile(
          "java\\.util\\.function\\..*"
              + "|java\\.lang\\.Runnable"
              + "|java\\.util\\.concurrent\\.Callable"
              + "|.*(Listener|Callback|Observer|Subscriber|Hook|Appender|Visitor)");

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    if (!Shared.contended(use)) {
      return;
    }
    for (Region region : use.hot()) {
      region.all(Happening.CallsOut.class).stream()
          .filter(call -> SUPPLIED_BY_OTHERS.matcher(call.type()).matches())
          .findFirst()
          .ifPresent(call -> accuse(use, region, call, facets));
    }
  }

  private void accuse(LockUse use, Region region, Happening.CallsOut call, Facets facets) {
    facets
        .at(region.at())
        .saying(
            "%s is held while a %s of a stranger runs: nobody knows how long, or which locks it takes",
            use.lock().words(), simple(call.type()))
        .severity(Shared.loudness(use, region, severity()))
        .because(Shared.evidence(use, region, call));
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
