package dev.concur.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Reads from generics what the elements of each parameter are: {@code Map<String, byte[]>}. */
final class ElementTypes {

  private ElementTypes() {}

  /**
   * For each parameter the binary names of its type arguments, arrays with their brackets as in
   * {@code [B}; type variables and wildcards are left out.
   */
  static List<List<String>> of(@Nullable String signature) {
    try {
      return signature == null ? List.of() : read(signature);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // The virtual machine never looks at signatures, and obfuscators leave broken ones.
      return List.of();
    }
  }

  private static List<List<String>> read(String signature) {
    List<List<String>> found = new ArrayList<>();
    new SignatureReader(signature)
        .accept(
            new SignatureVisitor(Opcodes.ASM9) {
              @Override
              public SignatureVisitor visitParameterType() {
                Arguments one = new Arguments();
                found.add(one.names);
                return one;
              }

              // What is no parameter has no place in the list.
              @Override
              public SignatureVisitor visitReturnType() {
                return new Arguments();
              }

              @Override
              public SignatureVisitor visitExceptionType() {
                return new Arguments();
              }

              @Override
              public SignatureVisitor visitClassBound() {
                return new Arguments();
              }

              @Override
              public SignatureVisitor visitInterfaceBound() {
                return new Arguments();
              }
            });
    return found.stream().map(List::copyOf).toList();
  }

  /** The type arguments of one type, not those of its type arguments. */
  private static final class Arguments extends SignatureVisitor {
    final List<String> names = new ArrayList<>();
    private int depth;
    private String brackets = "";

    Arguments() {
      super(Opcodes.ASM9);
    }

    @Override
    public SignatureVisitor visitTypeArgument(char wildcard) {
      return this;
    }

    @Override
    public SignatureVisitor visitArrayType() {
      brackets += "[";
      return this;
    }

    @Override
    public void visitBaseType(char descriptor) {
      add(String.valueOf(descriptor));
    }

    @Override
    public void visitTypeVariable(String name) {
      brackets = "";
    }

    @Override
    public void visitClassType(String name) {
      add(Once.binary(name));
      depth++;
    }

    @Override
    public void visitEnd() {
      depth--;
    }

    private void add(String name) {
      if (depth == 1) {
        names.add(brackets + name);
      }
      brackets = "";
    }
  }
}
