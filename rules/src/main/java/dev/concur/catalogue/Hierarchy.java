package dev.concur.catalogue;

import java.util.List;

/** The supertypes of the types that a program names. */
@FunctionalInterface
public interface Hierarchy {

  /** A hierarchy that knows nothing: only lines on the named type itself apply. */
  Hierarchy NONE = type -> List.of();

  /**
   * All superclasses and interfaces of a type by binary name, nearest first, without the type
   * itself; empty when unknown.
   */
  List<String> supertypes(String binaryName);
}
