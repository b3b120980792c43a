package dev.concur.rules.lock;

import dev.concur.model.LockKind;
import dev.concur.model.LockUse;
import dev.concur.model.Program;
import dev.concur.model.Region;
import dev.concur.model.Severity;
import dev.concur.rule.Facets;
import dev.concur.rule.LockRule;
import java.util.List;

/** A lock that nearly all who take it need only to look. */
public final class ReadMostlyLock implements LockRule {

  // One writer in five keeps four readers together; see ReadMostlyLock.md, "Threshold".
  private static final double WRITERS = 0.2;

  // Shorter readers gain nothing from company; see ReadMostlyLock.md, "Threshold".
  private static final int LONG_INSTRUCTIONS = 50;

  // With fewer places "mostly" says nothing; see ReadMostlyLock.md, "Threshold".
  private static final int PLACES = 3;

  @Override
  public Severity severity() {
    return Severity.NOTE;
  }

  @Override
  public void look(LockUse use, Program program, Facets facets) {
    boolean exclusive = use.lock().kind() != LockKind.READ_WRITE_LOCK;
    if (!exclusive || !Shared.contended(use) || !use.lock().oneForAll()) {
      return;
    }
    List<Region> readers = use.regions().stream().filter(ReadMostlyLock::onlyReads).toList();
    int writers = use.regions().size() - readers.size();
    if (use.regions().size() < PLACES || writers > WRITERS * use.regions().size()) {
      return;
    }
    readers.stream()
        .filter(region -> region.instructions() > LONG_INSTRUCTIONS)
        .findFirst()
        .ifPresent(
            region ->
                facets
                    .at(region.at())
                    .saying(
                        "%d of %d blocks under %s only read, and yet keep each other out",
                        readers.size(), use.regions().size(), use.lock().words())
                    .because(readers.stream().map(Region::at).toList()));
  }

  /** Whether it reads what the lock guards and changes nothing; code that was not seen may. */
  private static boolean onlyReads(Region region) {
    return region.writes().isEmpty() && !region.reads().isEmpty() && region.calm();
  }
}
