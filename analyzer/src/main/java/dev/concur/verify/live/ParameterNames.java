package dev.concur.verify.live;

import dev.concur.model.MethodRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** The names of a method's parameters, as far as the class file has kept them. */
final class ParameterNames {

  private ParameterNames() {}

  /** In order; empty when they are not known. */
  static List<String> of(ClassLoader loader, MethodRef ref) throws IOException {
    try (InputStream in = loader.getResourceAsStream(ref.owner().replace('.', '/') + ".class")) {
      if (in == null) {
        return List.of();
      }
      ClassNode node = new ClassNode();
      new ClassReader(in).accept(node, ClassReader.SKIP_FRAMES);
      for (MethodNode method : node.methods) {
        if (method.name.equals(ref.name()) && method.desc.equals(ref.descriptor())) {
          return names(method);
        }
      }
      return List.of();
    }
  }

  private static List<String> names(MethodNode method) {
    if (method.localVariables == null) {
      return List.of();
    }
    List<LocalVariableNode> locals = new ArrayList<>(method.localVariables);
    locals.sort(Comparator.comparingInt((LocalVariableNode local) -> local.index));
    List<String> names = new ArrayList<>();
    int slot = (method.access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
    for (Type argument : Type.getArgumentTypes(method.desc)) {
      int at = slot;
      names.add(
          locals.stream()
              .filter(local -> local.index == at)
              .map(local -> local.name)
              .findFirst()
              .orElse("value"));
      slot += argument.getSize();
    }
    return names;
  }
}
