package dev.concur.weave;

import java.util.function.Consumer;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.GeneratorAdapter;

/**
 * A private static method beside those of a class, which does one thing for threads of tests and
 * another for all others. In it there is room for a branch, whatever the stack of its caller is.
 */
final class Aside {

  private static final String THREADS = "dev/concur/weave/TestThreads";
  private static final int ACCESS =
      Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;

  private Aside() {}

  static void write(
      ClassVisitor to,
      String name,
      String descriptor,
      Consumer<GeneratorAdapter> inTests,
      Consumer<GeneratorAdapter> elsewhere) {
    MethodVisitor plain = to.visitMethod(ACCESS, name, descriptor, null, null);
    if (plain == null) {
      return;
    }
    GeneratorAdapter code = new GeneratorAdapter(plain, ACCESS, name, descriptor);
    Label others = new Label();
    code.visitCode();
    code.visitMethodInsn(Opcodes.INVOKESTATIC, THREADS, "here", "()Z", false);
    code.visitJumpInsn(Opcodes.IFEQ, others);
    inTests.accept(code);
    code.returnValue();
    code.visitLabel(others);
    plain.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    elsewhere.accept(code);
    code.returnValue();
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
