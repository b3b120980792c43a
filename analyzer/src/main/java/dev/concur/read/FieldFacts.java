package dev.concur.read;

import java.util.List;
import java.util.Optional;

/** One declared field. */
public record FieldFacts(
    FieldRef ref, int access, Optional<Object> constant, List<Annotation> annotations) {
  public FieldFacts {
    annotations = List.copyOf(annotations);
  }
}
