package dev.concur.read.source;

import java.util.Locale;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Bodies of accessors that stand in no source: of records, and those that {@link Lombok} found. */
final class LombokBodies {

  private LombokBodies() {}

  static void add(ClassNode node, ClassType type) {
    if (type.isInterface()) {
      return;
    }
    for (ClassType.Method each : type.methods()) {
      String descriptor = ClassType.descriptor(each.parameters(), each.returns());
      boolean there =
          node.methods.stream()
              .anyMatch(m -> m.name.equals(each.name()) && m.desc.equals(descriptor));
      if (!there && !each.isStatic()) {
        accessor(node, each);
      }
    }
    if (type.fields().containsKey("log")
        && node.fields.stream().noneMatch(field -> field.name.equals("log"))) {
      String descriptor = type.fields().get("log").type().descriptor();
      node.fields.add(
          new FieldNode(Opcodes.ACC_STATIC | Opcodes.ACC_FINAL, "log", descriptor, null, null));
    }
  }

  private static void accessor(ClassNode node, ClassType.Method method) {
    String plain = method.name().replaceFirst("^(get|set|is)", "");
    if (plain.isEmpty() || plain.equals(method.name())) {
      return;
    }
    String field = plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
    node.methods.add(
        method.parameters().isEmpty()
            ? getter(node.name, Opcodes.ACC_PUBLIC, method.name(), field, method.returns())
            : setter(node.name, method.name(), field, method.parameters().get(0)));
  }

  static MethodNode getter(String owner, int access, String name, String field, JType type) {
    MethodNode made = new MethodNode(access, name, "()" + type.descriptor(), null, null);
    made.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
    made.instructions.add(new FieldInsnNode(Opcodes.GETFIELD, owner, field, type.descriptor()));
    made.instructions.add(new InsnNode(type.returnOpcode()));
    return made;
  }

  private static MethodNode setter(String owner, String name, String field, JType type) {
    MethodNode made =
        new MethodNode(Opcodes.ACC_PUBLIC, name, "(" + type.descriptor() + ")V", null, null);
    made.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
    made.instructions.add(new VarInsnNode(type.opcode(Opcodes.ILOAD), 1));
    made.instructions.add(new FieldInsnNode(Opcodes.PUTFIELD, owner, field, type.descriptor()));
    made.instructions.add(new InsnNode(Opcodes.RETURN));
    return made;
  }
}
