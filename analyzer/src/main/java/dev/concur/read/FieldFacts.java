package dev.concur.read;

import java.util.List;
import java.util.Optional;

/** One declared field. */
public record FieldFacts(
    FieldRef ref, int access, Optional<Object> constant, List<Annotation> annotations) {
  public FieldFacts {
    annotations = List.copyOf(annotations);
  }

  /** Whether it is a constant of its enum. */
  public boolean isEnumConstant() {
    return (access & 0x4000) != 0;
  }
}
