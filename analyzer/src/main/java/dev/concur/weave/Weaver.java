package dev.concur.weave;

import dev.concur.model.MethodRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The first net: class bytes in, class bytes out, with each call that would wait for the outside
 * replaced by a wait of stated length and a plausible value.
 */
public final class Weaver {

  private static final String STUB = "dev/concur/weave/Stub";
  private static final String CHOICE = "concur$choice";

  /** The part of a class file's version that counts; before 1.5 no constant can be a class. */
  private static final int MAJOR = 0xFFFF;

  private static final String OF_A_CALL =
      "(JLjava/lang/Class;Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;)Ljava/lang/Object;";

  /** Types of results that are there before what they stand for. */
  private static final Set<String> PROMISES =
      Set.of(
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.Future");

  private final Function<MethodRef, Optional<Double>> waits;
  private final LockRewrite locks;
  private final Optional<MethodRef> counted;
  private final Optional<MethodRef> stopped;
  private final boolean covering;
  private final Set<String> replaced;

  /**
   * A weaver.
   *
   * @param waits how long a call of a method waits, ns; empty for calls that stay as they are
   */
  public Weaver(Function<MethodRef, Optional<Double>> waits) {
    this(waits, LockRewrite.NONE, Optional.empty());
  }

  /**
   * A weaver that changes locks too.
   *
   * @param waits how long a call of a method waits, ns; empty for calls that stay as they are
   * @param locks what becomes of which locks
   * @param counted method whose calls {@link Stub#entered} counts and whose lines it sees
   */
  public Weaver(
      Function<MethodRef, Optional<Double>> waits, LockRewrite locks, Optional<MethodRef> counted) {
    this(waits, locks, counted, Optional.empty(), false, new TreeSet<>());
  }

  private Weaver(
      Function<MethodRef, Optional<Double>> waits,
      LockRewrite locks,
      Optional<MethodRef> counted,
      Optional<MethodRef> stopped,
      boolean covering,
      Set<String> replaced) {
    this.waits = waits;
    this.locks = locks;
    this.counted = counted;
    this.stopped = stopped;
    this.covering = covering;
    this.replaced = replaced;
  }

  /**
   * The same for code that tests of the user's run first, up to a call of this method: what they
   * read until then is real, so waits are replaced for all threads but theirs.
   */
  public Weaver stoppingAt(MethodRef method) {
    return new Weaver(waits, locks, counted, Optional.of(method), covering, replaced);
  }

  /** The same with all methods telling {@link Coverage} which of their lines are run. */
  public Weaver covering() {
    return new Weaver(waits, locks, Optional.empty(), stopped, true, replaced);
  }

  /** The same class, without its waits, and with its locks changed. */
  public byte[] weave(byte[] bytes) {
    byte[] plain = withoutWaits(bytes);
    byte[] woven = covering ? LineCoverage.ofAll(plain) : plain;
    return stopped.map(method -> Entries.stopped(woven, method)).orElse(woven);
  }

  private byte[] withoutWaits(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Calls(writer), 0);
    byte[] stubbed =
        counted
            .map(method -> LineCoverage.of(writer.toByteArray(), method))
            .orElseGet(writer::toByteArray);
    return locks.concerns(reader.getClassName().replace('/', '.'))
        ? new LockWeaver(locks.change()).weave(stubbed)
        : stubbed;
  }

  /** Names of the methods whose calls were replaced so far. */
  public Set<String> replaced() {
    synchronized (replaced) {
      return new TreeSet<>(replaced);
    }
  }

  private void note(MethodRef method) {
    boolean makes = method.name().equals("<init>");
    synchronized (replaced) {
      replaced.add(makes ? "new " + method.owner() : method.owner() + "." + method.name());
    }
  }

  /** Visits the calls of one class. */
  private final class Calls extends ClassVisitor {
    private String self = "";
    private boolean choices;
    private boolean isInterface;
    private final List<Choice> chosen = new ArrayList<>();
    private final ClassWriter writer;

    Calls(ClassWriter writer) {
      super(Opcodes.ASM9, writer);
      this.writer = writer;
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
      // Interfaces have private methods since Java 8.
      choices = stopped.isPresent() && (!isInterface || (version & MAJOR) >= Opcodes.V1_8);
      boolean old = (version & MAJOR) < Opcodes.V1_5;
      super.visit(old ? Opcodes.V1_5 : version, access, name, signature, superName, interfaces);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      if (next == null) {
        return null;
      }
      MethodRef method = new MethodRef(self.replace('/', '.'), name, descriptor);
      Replacing replacing = new Replacing(next, self, counted.filter(method::equals).isPresent());
      return choices ? new Choosing(next, replacing) : replacing;
    }

    @Override
    public void visitEnd() {
      for (int k = 0; k < chosen.size(); k++) {
        write(chosen.get(k), CHOICE + k);
      }
      super.visitEnd();
    }

    /** The call as it is for threads of tests, a wait for all others. */
    private void write(Choice choice, String name) {
      Aside.write(
          writer,
          name,
          choice.descriptor,
          code -> {
            code.loadArgs();
            choice.call.accept(code);
          },
          code -> {
            code.loadArgs();
            choice.call.accept(new Replacing(code, self, false));
          });
    }

    /** Moves calls that wait into methods of their own, where there is room for a branch. */
    private final class Choosing extends MethodVisitor {
      private final MethodVisitor plain;

      Choosing(MethodVisitor plain, Replacing replacing) {
        super(Opcodes.ASM9, replacing);
        this.plain = plain;
      }

      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        MethodRef method = new MethodRef(owner.replace('/', '.'), name, descriptor);
        if (!replaceable(opcode, owner) || waits.apply(method).isEmpty()) {
          super.visitMethodInsn(opcode, owner, name, descriptor, ofInterface);
          return;
        }
        String all =
            opcode == Opcodes.INVOKESTATIC
                ? descriptor
                : "(L" + owner + ";" + descriptor.substring(1);
        String moved = CHOICE + chosen.size();
        chosen.add(
            new Choice(
                all, code -> code.visitMethodInsn(opcode, owner, name, descriptor, ofInterface)));
        plain.visitMethodInsn(Opcodes.INVOKESTATIC, self, moved, all, isInterface);
      }
    }
  }

  /** A call that is made by threads of tests and replaced for all others. */
  private record Choice(String descriptor, Consumer<MethodVisitor> call) {}

  private static boolean replaceable(int opcode, String owner) {
    return opcode != Opcodes.INVOKESPECIAL && !owner.startsWith("[");
  }

  /** Replaces the calls in one method body. */
  private final class Replacing extends MethodVisitor {
    private final String self;
    private final boolean count;

    Replacing(MethodVisitor next, String self, boolean count) {
      super(Opcodes.ASM9, next);
      this.self = self;
      this.count = count;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      if (count) {
        stub("enter", "()V");
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (Wires.connects(opcode, owner, name)) {
        unconnected(owner, descriptor);
        return;
      }
      if (!replaceable(opcode, owner)) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        return;
      }
      MethodRef method = new MethodRef(owner.replace('/', '.'), name, descriptor);
      Optional<Double> nanos = waits.apply(method);
      if (nanos.isEmpty()) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        if (Wires.tellsAddress(owner, descriptor)) {
          String type = Type.getReturnType(descriptor).getDescriptor();
          stub("address", "(" + type + ")" + type);
        }
        return;
      }
      note(method);
      drop(descriptor, opcode != Opcodes.INVOKESTATIC);
      answer(method, nanos.get().longValue(), Type.getReturnType(descriptor));
    }

    /** The same object, made by the constructor that does not reach out, after the wait. */
    private void unconnected(String owner, String descriptor) {
      drop(descriptor, false);
      super.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, "<init>", "()V", false);
      MethodRef method = new MethodRef(owner.replace('/', '.'), "<init>", descriptor);
      Optional<Double> nanos = descriptor.equals("()V") ? Optional.empty() : waits.apply(method);
      if (nanos.isPresent()) {
        note(method);
        super.visitLdcInsn(nanos.get().longValue());
        stub("pause", "(J)V");
      }
    }

    /** Takes the arguments, last first, and the receiver from the stack. */
    private void drop(String descriptor, boolean receiver) {
      Type[] arguments = Type.getArgumentTypes(descriptor);
      for (int k = arguments.length - 1; k >= 0; k--) {
        super.visitInsn(arguments[k].getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
      }
      if (receiver) {
        super.visitInsn(Opcodes.POP);
      }
    }

    private void answer(MethodRef method, long nanos, Type result) {
      super.visitLdcInsn(nanos);
      switch (result.getSort()) {
        case Type.VOID -> stub("pause", "(J)V");
        case Type.BOOLEAN, Type.BYTE, Type.SHORT, Type.CHAR, Type.INT -> {
          super.visitLdcInsn(method.name());
          super.visitLdcInsn(result.getDescriptor());
          stub("number", "(JLjava/lang/String;Ljava/lang/String;)I");
        }
        case Type.LONG -> {
          stub("pause", "(J)V");
          super.visitInsn(Opcodes.LCONST_1);
        }
        case Type.FLOAT -> {
          stub("pause", "(J)V");
          super.visitInsn(Opcodes.FCONST_1);
        }
        case Type.DOUBLE -> {
          stub("pause", "(J)V");
          super.visitInsn(Opcodes.DCONST_1);
        }
        default -> {
          super.visitLdcInsn(Type.getObjectType(self));
          super.visitLdcInsn(method.owner());
          super.visitLdcInsn(method.name());
          super.visitLdcInsn(method.descriptor());
          stub(answering(method, result), OF_A_CALL);
          super.visitTypeInsn(Opcodes.CHECKCAST, result.getInternalName());
        }
      }
    }

    private static String answering(MethodRef method, Type result) {
      if (Wires.isStream(method.owner(), method.name())) {
        return "wire";
      }
      return PROMISES.contains(result.getClassName()) ? "later" : "value";
    }

    private void stub(String name, String descriptor) {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, STUB, name, descriptor, false);
    }
  }
}
