package dev.concur.weave;

import dev.concur.model.MethodRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

/** Makes methods tell of their calls: {@link CallLog} of all, or {@link Standstill} of one. */
public final class Entries {

  private static final String LOG = "dev/concur/weave/CallLog";
  private static final String STILL = "dev/concur/weave/Standstill";
  private static final String CAUGHT = "concur$caught";

  private Entries() {}

  /** The same class, with these methods telling {@link CallLog} their place in the list. */
  public static byte[] logged(byte[] bytes, List<MethodRef> methods) {
    return woven(bytes, methods, Logging::new);
  }

  /** The same class, with this method coming to a {@link Standstill} when that is wanted. */
  static byte[] stopped(byte[] bytes, MethodRef method) {
    return woven(bytes, List.of(method), Stopping::new);
  }

  /** What is done with the methods of a class. */
  private interface Change {
    ClassVisitor of(ClassVisitor next, List<MethodRef> methods);
  }

  private static byte[] woven(byte[] bytes, List<MethodRef> methods, Change change) {
    ClassReader reader = new ClassReader(bytes);
    String name = reader.getClassName().replace('/', '.');
    if (methods.stream().noneMatch(each -> each.owner().equals(name))) {
      return bytes;
    }
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(change.of(writer, methods), 0);
    return writer.toByteArray();
  }

  /** Knows the methods that it is for. */
  private abstract static class Chosen extends ClassVisitor {
    final ClassVisitor next;
    private final List<MethodRef> methods;
    String self = "";
    boolean isInterface;

    Chosen(ClassVisitor next, List<MethodRef> methods) {
      super(Opcodes.ASM9, next);
      this.next = next;
      this.methods = methods;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      self = name;
      isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
      super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      int index = methods.indexOf(new MethodRef(self.replace('/', '.'), name, descriptor));
      return next == null || index < 0 ? next : chosen(next, access, name, descriptor, index);
    }

    abstract MethodVisitor chosen(
        MethodVisitor next, int access, String name, String descriptor, int index);
  }

  /** Tells of each entry and of each return. */
  private static final class Logging extends Chosen {
    Logging(ClassVisitor next, List<MethodRef> methods) {
      super(next, methods);
    }

    @Override
    MethodVisitor chosen(
        MethodVisitor next, int access, String name, String descriptor, int index) {
      ObjIntConsumer<String> tell =
          (word, number) -> {
            next.visitLdcInsn(number);
            next.visitMethodInsn(Opcodes.INVOKESTATIC, LOG, word, "(I)V", false);
          };
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitCode() {
          super.visitCode();
          tell.accept("enter", index);
        }

        @Override
        public void visitInsn(int opcode) {
          if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
            tell.accept("leave", index);
          }
          super.visitInsn(opcode);
        }
      };
    }
  }

  /** Asks in a method of its own, which has room for a branch whatever the stack is like. */
  private static final class Stopping extends Chosen {
    private final List<Runnable> asking = new ArrayList<>();

    Stopping(ClassVisitor next, List<MethodRef> methods) {
      super(next, methods);
    }

    @Override
    MethodVisitor chosen(
        MethodVisitor next, int access, String name, String descriptor, int index) {
      boolean alone = (access & Opcodes.ACC_STATIC) != 0 || name.equals("<init>");
      Type[] arguments = Type.getArgumentTypes(descriptor);
      List<Type> all = new ArrayList<>(List.of(arguments));
      if (!alone) {
        all.add(0, Type.getObjectType(self));
      }
      String asked = Type.getMethodDescriptor(Type.VOID_TYPE, all.toArray(Type[]::new));
      asking.add(() -> ask(asked, alone ? 0 : 1));
      int first = name.equals("<init>") ? 1 : 0;
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitCode() {
          super.visitCode();
          int local = first;
          for (Type each : all) {
            super.visitVarInsn(each.getOpcode(Opcodes.ILOAD), local);
            local += each.getSize();
          }
          super.visitMethodInsn(Opcodes.INVOKESTATIC, self, CAUGHT, asked, isInterface);
        }
      };
    }

    @Override
    public void visitEnd() {
      asking.forEach(Runnable::run);
      super.visitEnd();
    }

    private void ask(String descriptor, int receivers) {
      Aside.write(next, CAUGHT, descriptor, code -> caught(code, receivers), code -> {});
    }

    private void caught(GeneratorAdapter code, int receivers) {
      code.visitLdcInsn(Type.getObjectType(self));
      code.push(receivers);
      code.loadArgArray();
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC, STILL, "at", "(Ljava/lang/Class;I[Ljava/lang/Object;)V", false);
    }
  }
}
