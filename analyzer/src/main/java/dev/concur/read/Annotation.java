package dev.concur.read;

import java.util.Map;

/**
 * An annotation as written.
 *
 * @param type binary name of the annotation type
 * @param values its elements; strings, numbers, enum constants by name, lists of those
 */
public record Annotation(String type, Map<String, Object> values) {
  public Annotation {
    values = Map.copyOf(values);
  }

  /** The name of its type without the package. */
  public String simpleType() {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }
}
