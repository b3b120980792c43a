package dev.concur.weave;

import dev.concur.model.MethodRef;
import java.util.ArrayList;
import java.util.List;
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

/**
 * Makes methods tell which of their lines are run: one method {@link Stub}, or all of them {@link
 * Coverage}.
 */
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
        for (LineNumberNode line : linesOf(method)) {
          Stub.expect(line.line);
          tell(method, line, Stub.class, "line", line.line);
        }
      }
    }
    return written(node);
  }

  /** The same class with all its methods telling. */
  static byte[] ofAll(byte[] bytes) {
    ClassNode node = new ClassNode();
    new ClassReader(bytes).accept(node, 0);
    for (MethodNode method : node.methods) {
      List<LineNumberNode> lines = linesOf(method);
      int first = Coverage.method(lines.size());
      for (int k = 0; k < lines.size(); k++) {
        tell(method, lines.get(k), Coverage.class, "at", first + k);
      }
    }
    return written(node);
  }

  private static byte[] written(ClassNode node) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }

  private static List<LineNumberNode> linesOf(MethodNode method) {
    List<LineNumberNode> lines = new ArrayList<>();
    for (AbstractInsnNode each : method.instructions.toArray()) {
      if (each instanceof LineNumberNode line) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static void tell(
      MethodNode method, LineNumberNode line, Class<?> listener, String word, int number) {
    insert(method.instructions, instructionAfter(line), saying(listener, word, number));
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

  private static InsnList saying(Class<?> listener, String word, int number) {
    InsnList call = new InsnList();
    call.add(new LdcInsnNode(number));
    call.add(
        new MethodInsnNode(
            Opcodes.INVOKESTATIC, listener.getName().replace('.', '/'), word, "(I)V", false));
    return call;
  }
}
