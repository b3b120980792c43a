package dev.concur.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Reads from generics what the elements of each parameter are: {@code List<Path>}. */
final class ElementTypes {

  private ElementTypes() {}

  /** Binary names, one a parameter; empty texts where generics do not say. */
  static List<String> of(@Nullable String signature) {
    if (signature == null) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    new SignatureReader(signature)
        .accept(
            new SignatureVisitor(Opcodes.ASM9) {
              @Override
              public SignatureVisitor visitParameterType() {
                found.add("");
                return new First(found);
              }
            });
    return found;
  }

  /** The first type argument of one parameter. */
  private static final class First extends SignatureVisitor {
    private final List<String> found;
    private boolean inside;

    First(List<String> found) {
      super(Opcodes.ASM9);
      this.found = found;
    }

    @Override
    public SignatureVisitor visitTypeArgument(char wildcard) {
      inside = true;
      return this;
    }

    @Override
    public void visitClassType(String name) {
      int last = found.size() - 1;
      if (inside && found.get(last).isEmpty()) {
        found.set(last, Once.binary(name));
      }
    }

    @Override
    public SignatureVisitor visitArrayType() {
      return this;
    }

    // What follows the parameters has no place in the list.
    @Override
    public SignatureVisitor visitReturnType() {
      return new SignatureVisitor(Opcodes.ASM9) {};
    }
  }
}
