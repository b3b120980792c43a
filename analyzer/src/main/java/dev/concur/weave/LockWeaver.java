package dev.concur.weave;

import dev.concur.weave.LockRewrite.Change;
import java.util.ListIterator;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Changes how the methods of one class take their locks: monitors, synchronized methods and calls
 * of {@code lock} and {@code unlock} become calls of {@link Held}. Nothing else of the code
 * changes, so the frames of the class stay valid.
 */
final class LockWeaver {

  private static final String HELD = "dev/concur/weave/Held";
  private static final String LOCK = "java/util/concurrent/locks/Lock";

  private static final Set<String> LOCKS =
      Set.of(
          LOCK,
          "java/util/concurrent/locks/ReentrantLock",
          "java/util/concurrent/locks/ReentrantReadWriteLock$ReadLock",
          "java/util/concurrent/locks/ReentrantReadWriteLock$WriteLock");

  private final Change change;
  private final String take;
  private final String give;

  LockWeaver(Change change) {
    this.change = change;
    this.take = change == Change.NARROWED ? "begin" : "enter";
    this.give = change == Change.NARROWED ? "end" : "exit";
  }

  byte[] weave(byte[] bytes) {
    ClassNode node = new ClassNode();
    new ClassReader(bytes).accept(node, 0);
    for (MethodNode method : node.methods) {
      weave(method, node);
    }
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }

  private void weave(MethodNode method, ClassNode owner) {
    if (method.instructions.size() == 0) {
      return;
    }
    if (change == Change.NARROWED && !method.name.startsWith("<")) {
      for (AbstractInsnNode touch : Touches.in(method, owner.name)) {
        method.instructions.insertBefore(touch, call("touch", "()V"));
        method.instructions.insert(touch, call("touched", "()V"));
      }
    }
    ListIterator<AbstractInsnNode> each = method.instructions.iterator();
    while (each.hasNext()) {
      AbstractInsnNode instruction = each.next();
      if (instruction.getOpcode() == Opcodes.MONITORENTER) {
        each.set(call(take, "(Ljava/lang/Object;)V"));
      } else if (instruction.getOpcode() == Opcodes.MONITOREXIT) {
        each.set(call(give, "(Ljava/lang/Object;)V"));
      } else if (instruction instanceof MethodInsnNode call && ofLock(call)) {
        each.set(replacing(call));
      } else if (instruction instanceof MethodInsnNode call && joins(call)) {
        method.instructions.insertBefore(call, call("give", "()V"));
        each.add(call("take", "()V"));
      }
    }
    if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
      unsynchronize(method, owner);
    }
  }

  private static boolean ofLock(MethodInsnNode call) {
    return LOCKS.contains(call.owner)
        && call.desc.equals("()V")
        && Set.of("lock", "lockInterruptibly", "unlock").contains(call.name);
  }

  /** Waits for another thread, which the lock may be given back for. */
  private boolean joins(MethodInsnNode call) {
    boolean joins =
        switch (call.owner) {
          case "java/util/concurrent/Future" -> call.name.equals("get");
          case "java/util/concurrent/CompletableFuture" ->
              call.name.equals("get") || call.name.equals("join");
          case "java/util/concurrent/CountDownLatch" -> call.name.equals("await");
          case "java/lang/Thread" -> call.name.equals("join");
          default -> false;
        };
    return joins && change == Change.WAITING_OUTSIDE;
  }

  private MethodInsnNode replacing(MethodInsnNode call) {
    boolean takes = !call.name.equals("unlock");
    if (change == Change.NARROWED) {
      return call(takes ? take : give, "(L" + LOCK + ";)V");
    }
    return call(takes ? "lock" : "unlock", "(L" + LOCK + ";)V");
  }

  /** What ends it by an exception is given back when the task is over. */
  private void unsynchronize(MethodNode method, ClassNode owner) {
    method.access &= ~Opcodes.ACC_SYNCHRONIZED;
    for (AbstractInsnNode instruction : method.instructions.toArray()) {
      int code = instruction.getOpcode();
      if (code >= Opcodes.IRETURN && code <= Opcodes.RETURN) {
        method.instructions.insertBefore(instruction, onMonitor(give, method, owner));
      }
    }
    method.instructions.insert(onMonitor(take, method, owner));
  }

  private static InsnList onMonitor(String what, MethodNode method, ClassNode owner) {
    InsnList code = new InsnList();
    boolean fixed = (method.access & Opcodes.ACC_STATIC) != 0;
    code.add(
        fixed
            ? new LdcInsnNode(Type.getObjectType(owner.name))
            : new VarInsnNode(Opcodes.ALOAD, 0));
    code.add(call(what, "(Ljava/lang/Object;)V"));
    return code;
  }

  private static MethodInsnNode call(String name, String descriptor) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, HELD, name, descriptor, false);
  }
}
