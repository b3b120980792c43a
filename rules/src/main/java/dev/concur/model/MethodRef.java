package dev.concur.model;

/**
 * One method by name.
 *
 * @param owner binary name of the class, such as {@code java.util.Map$Entry}
 * @param name method name, {@code <init>} for constructors
 * @param descriptor JVM descriptor, such as {@code (I)V}
 */
public record MethodRef(String owner, String name, String descriptor)
    implements Comparable<MethodRef> {

  @Override
  public int compareTo(MethodRef other) {
    int byOwner = owner.compareTo(other.owner);
    if (byOwner != 0) {
      return byOwner;
    }
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : descriptor.compareTo(other.descriptor);
  }

  /** The owner's name without its package. */
  public String simpleOwner() {
    return owner.substring(owner.lastIndexOf('.') + 1);
  }

  /** Whether this is a constructor. */
  public boolean constructor() {
    return name.equals("<init>");
  }

  @Override
  public String toString() {
    return owner + "." + name + descriptor;
  }
}
