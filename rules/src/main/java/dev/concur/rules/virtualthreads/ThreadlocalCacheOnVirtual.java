package dev.concur.rules.virtualthreads;

import dev.concur.model.Label;
import dev.concur.model.Program;
import dev.concur.model.Remark;
import dev.concur.model.Runner;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.MethodRule;
import dev.concur.rule.Releases;
import java.util.List;

/** An object that each virtual thread makes for itself and throws away. */
public final class ThreadlocalCacheOnVirtual implements MethodRule {

  // Sixteen thousand threads of it are a gigabyte; see the page, "Threshold".
  private static final long LARGE_BYTES = 64 * 1024;

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public Releases releases() {
    return Releases.since(21);
  }

  @Override
  public void look(Label label, Program program, Facets facets) {
    if (!program.runners(label.method()).contains(Runner.VIRTUAL)) {
      return;
    }
    for (Remark remark : program.remarks(label.method())) {
      if (remark instanceof Remark.KeptByThread kept) {
        facets
            .at(kept.at())
            .saying(
                "each virtual thread makes %s of its own%s and throws it away",
                kept.what(), kept.bytes() > 0 ? " (" + kept.bytes() / 1024 + " KiB)" : "")
            .severity(kept.bytes() >= LARGE_BYTES ? Severity.WARNING : severity())
            .because(List.of(kept.at()));
      }
    }
  }
}
