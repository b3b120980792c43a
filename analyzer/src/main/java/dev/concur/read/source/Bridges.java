package dev.concur.read.source;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The methods by which {@code call()} of a {@code Callable<String>} is found as one of any. */
final class Bridges {

  private final World world;
  private final ClassNode node;

  Bridges(World world, ClassNode node) {
    this.world = world;
    this.node = node;
  }

  void add(ClassType type) {
    List<JType> above = world.lineage(JType.of(type.name()));
    for (ClassType.Method method : type.methods()) {
      if (!method.isStatic() && !method.isAbstract() && !method.name().equals("<init>")) {
        above.stream().skip(1).forEach(parent -> bridge(method, parent));
      }
    }
  }

  private void bridge(ClassType.Method method, JType parent) {
    world
        .find(parent.name())
        .ifPresent(
            known -> {
              for (ClassType.Method each : known.methods()) {
                if (!each.isStatic()
                    && overrides(method, each.with(World.bindings(known, parent)))) {
                  bridge(method, each.descriptor());
                }
              }
            });
  }

  private static boolean overrides(ClassType.Method method, ClassType.Method seen) {
    return seen.name().equals(method.name())
        && ClassType.descriptor(seen.parameters(), JType.VOID)
            .equals(ClassType.descriptor(method.parameters(), JType.VOID));
  }

  private void bridge(ClassType.Method method, String descriptor) {
    boolean there =
        node.methods.stream()
            .anyMatch(each -> each.name.equals(method.name()) && each.desc.equals(descriptor));
    if (there) {
      return;
    }
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE;
    MethodNode made = new MethodNode(access, method.name(), descriptor, null, null);
    made.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
    int index = 1;
    for (JType each : method.parameters()) {
      made.instructions.add(new VarInsnNode(each.opcode(Opcodes.ILOAD), index));
      index += each.size();
    }
    made.instructions.add(
        new MethodInsnNode(
            Opcodes.INVOKEVIRTUAL, node.name, method.name(), method.descriptor(), false));
    JType returns = method.returns();
    made.instructions.add(new InsnNode(returns.isVoid() ? Opcodes.RETURN : returns.returnOpcode()));
    node.methods.add(made);
  }
}
