package dev.concur.read;

/** One field by name; owner is the class named at the access, as a binary name with dots. */
public record FieldRef(String owner, String name, String descriptor) {

  /** {@code a.b.C.field}. */
  public String qualified() {
    return owner + "." + name;
  }
}
