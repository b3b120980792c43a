package dev.concur.weave;

import dev.concur.model.MethodRef;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Makes one method tell {@link Stub} which of its lines are run. */
final class LineCoverage {

  private LineCoverage() {}

  /** The same class; unchanged when the method is not in it. */
  static byte[] of(byte[] bytes, MethodRef subject) {
    ClassReader reader = new ClassReader(bytes);
    if (!reader.getClassName().replace('/', '.').equals(subject.owner())) {
      return bytes;
    }
    ClassNode node = new ClassNode();
    reader.accept(node, 0);
    for (MethodNode method : node.methods) {
      if (method.name.equals(subject.name()) && method.desc.equals(subject.descriptor())) {
        tell(method);
      }
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }

  private static void tell(MethodNode method) {
    for (AbstractInsnNode each : method.instructions.toArray()) {
      if (each instanceof LineNumberNode line) {
        Stub.expect(line.line);
        insert(method.instructions, instructionAfter(line), saying(line.line));
      }
    }
  }

  /** Frames name what is not yet initialised by the place of its NEW, so that must not move. */
  private static void insert(InsnList code, AbstractInsnNode at, InsnList saying) {
    if (at.getOpcode() == Opcodes.NEW) {
      code.insert(at, saying);
    } else {
      code.insertBefore(at, saying);
    }
  }

  /** Frames stand between a line and its instruction, and must stay before both. */
  private static AbstractInsnNode instructionAfter(AbstractInsnNode line) {
    AbstractInsnNode next = line;
    while (next.getOpcode() < 0 && next.getNext() != null) {
      next = next.getNext();
    }
    return next;
  }

  private static InsnList saying(int line) {
    InsnList call = new InsnList();
    call.add(new LdcInsnNode(line));
    call.add(
        new MethodInsnNode(
            Opcodes.INVOKESTATIC, Stub.class.getName().replace('.', '/'), "line", "(I)V", false));
    return call;
  }
}
