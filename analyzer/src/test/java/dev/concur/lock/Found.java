package dev.concur.lock;

import dev.concur.catalogue.Catalogue;
import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.GilLike;
import dev.concur.model.LockUse;
import dev.concur.model.Path;
import dev.concur.read.ProgramReader;
import java.util.List;

/** The locks of some text of Java. */
final class Found {

  /** Computes for long enough to matter. */
  static final String DIGEST =
      "static byte[] digest(byte[] data) { try {"
          + " return java.security.MessageDigest.getInstance(\"SHA-256\").digest(data); }"
          + " catch (java.security.GeneralSecurityException e) { throw new Error(e); } }";

  private final List<LockUse> uses;

  private Found(List<LockUse> uses) {
    this.uses = uses;
  }

  static Found in(String... units) {
    Linked linked = Linked.of(Snippet.facts(units), Catalogue.bundled());
    return new Found(Locks.of(linked, Costs.of(linked)));
  }

  /** With the classes of one package as the program and all others as its libraries. */
  static Found rootsIn(String root, String... units) {
    Linked linked =
        Linked.of(ProgramReader.read(Snippet.compile(units).rootsIn(root)), Catalogue.bundled());
    return new Found(Locks.of(linked, Costs.of(linked)));
  }

  LockUse lock(String id) {
    return uses.stream()
        .filter(use -> use.lock().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + id + " among " + ids()));
  }

  GilLike gil(String id) {
    return lock(id).gilLike();
  }

  /** How often the first region of a lock is passed. */
  Path path(String id) {
    return lock(id).regions().get(0).path();
  }

  List<String> ids() {
    return uses.stream().map(use -> use.lock().id()).toList();
  }
}
