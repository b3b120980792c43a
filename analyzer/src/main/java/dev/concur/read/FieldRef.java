package dev.concur.read;

/** One field by name; owner is the class named at the access, as a binary name with dots. */
public record FieldRef(String owner, String name, String descriptor) {

  /** Written out: a record's own is slow where only the first compiler runs, and this is hot. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof FieldRef ref
            && name.equals(ref.name)
            && owner.equals(ref.owner)
            && descriptor.equals(ref.descriptor));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * owner.hashCode() + name.hashCode()) + descriptor.hashCode();
  }

  /** Whether it is the same field where a subclass may be named as the owner. */
  boolean sameAs(FieldRef other) {
    return name.equals(other.name) && descriptor.equals(other.descriptor);
  }

  /** {@code a.b.C.field}. */
  public String qualified() {
    return owner + "." + name;
  }
}
