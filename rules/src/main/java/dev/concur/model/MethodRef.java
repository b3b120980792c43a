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

  /** Written out: a record's own is slow where only the first compiler runs, and this is hot. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof MethodRef ref
            && name.equals(ref.name)
            && owner.equals(ref.owner)
            && descriptor.equals(ref.descriptor));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * owner.hashCode() + name.hashCode()) + descriptor.hashCode();
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
