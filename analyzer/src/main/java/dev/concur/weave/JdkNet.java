package dev.concur.weave;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The second net: the few methods of the JDK through which every file, socket, process and exit
 * goes, changed to ask the {@link Jail} first. Whatever slips past the call sites (reflection, a
 * subclass, a library's own I/O) ends up here. Classes of another platform are simply not found.
 */
final class JdkNet implements ClassFileTransformer {

  private static final String JAIL = "dev/concur/weave/Jail";
  private static final String FILE = "java/io/File";
  private static final String UNIX = "sun/nio/fs/UnixNativeDispatcher";
  private static final String WINDOWS = "sun/nio/fs/WindowsNativeDispatcher";
  private static final String UNIX_PATH = "Lsun/nio/fs/UnixPath;";

  private static final Set<String> CHANGES_ON_UNIX =
      Set.of(
          "unlink",
          "unlinkat",
          "rmdir",
          "mkdir",
          "rename",
          "renameat",
          "link",
          "symlink",
          "mknod",
          "chmod",
          "chown",
          "lchown",
          "utimes",
          "utimensat",
          "lutimes",
          "truncate",
          "setxattr",
          "removexattr");

  private static final Set<String> CHANGES_ON_WINDOWS =
      Set.of(
          "CreateDirectory",
          "DeleteFile",
          "RemoveDirectory",
          "MoveFileEx",
          "CreateHardLink",
          "CreateSymbolicLink",
          "SetFileAttributes",
          "SetFileSecurity");

  private static final Set<String> CHANGES_OF_FILE =
      Set.of(
          "delete",
          "deleteOnExit",
          "mkdir",
          "renameTo",
          "createNewFile",
          "setLastModified",
          "setReadOnly",
          "setWritable",
          "setReadable",
          "setExecutable");

  /** What is put at the head of a method. */
  private interface Question {
    void ask(MethodVisitor code, boolean isStatic, Type[] arguments);
  }

  private final Map<String, Map<String, Question>> questions = new TreeMap<>();

  private JdkNet() {
    ask("java/io/FileInputStream", "open", JdkNet::redirectRead);
    ask("java/io/FileOutputStream", "open", JdkNet::redirectWrite);
    ask("java/io/RandomAccessFile", "open", JdkNet::redirectOpen);
    ask(UNIX, "open", JdkNet::redirectOnUnix);
    ask(UNIX, "openat", JdkNet::askForPaths);
    CHANGES_ON_UNIX.forEach(name -> ask(UNIX, name, JdkNet::askForPaths));
    ask(WINDOWS, "CreateFile", JdkNet::redirectOnWindows);
    CHANGES_ON_WINDOWS.forEach(name -> ask(WINDOWS, name, JdkNet::askForPaths));
    CHANGES_OF_FILE.forEach(name -> ask(FILE, name, JdkNet::askForThis));
    for (String name : List.of("connect", "bind", "listen")) {
      ask("sun/nio/ch/Net", name, JdkNet::askForSocket);
      ask("sun/nio/ch/UnixDomainSockets", name, JdkNet::askForSocket);
    }
    ask("sun/nio/ch/DatagramChannelImpl", "send", JdkNet::askForSocket);
    ask("java/net/InetAddress", "getAddressesFromNameService", JdkNet::askForHost);
    ask("java/lang/ProcessImpl", "start", (code, fixed, types) -> call(code, "process", "()V"));
    ask(
        "java/lang/ProcessHandleImpl",
        "destroyProcess",
        (code, fixed, types) -> call(code, "process", "()V"));
    ask("java/lang/Runtime", "exit", (code, fixed, types) -> call(code, "exit", "()V"));
    ask("java/lang/Runtime", "halt", (code, fixed, types) -> call(code, "exit", "()V"));
    ask("java/lang/Runtime", "load0", JdkNet::askForLoading);
    ask("java/lang/Runtime", "loadLibrary0", JdkNet::askForLoading);
  }

  /** Changes those of the classes that are there, loaded or not. */
  static void spread(Instrumentation instrumentation) throws UnmodifiableClassException {
    JdkNet net = new JdkNet();
    List<Class<?>> found = new ArrayList<>();
    for (String name : net.questions.keySet()) {
      try {
        found.add(Class.forName(name.replace('/', '.'), false, null));
      } catch (ClassNotFoundException otherPlatform) {
        // Windows has no Unix dispatcher, and the other way round.
      }
    }
    instrumentation.addTransformer(net, true);
    instrumentation.retransformClasses(found.toArray(Class<?>[]::new));
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    Map<String, Question> asked = loader == null && name != null ? questions.get(name) : null;
    if (asked == null) {
      return null;
    }
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Heads(writer, asked), 0);
    return writer.toByteArray();
  }

  private void ask(String owner, String method, Question question) {
    questions.computeIfAbsent(owner, none -> new TreeMap<>()).put(method, question);
  }

  /** Puts the questions at the heads of the methods they are for. */
  private static final class Heads extends ClassVisitor {
    private final Map<String, Question> asked;

    Heads(ClassWriter writer, Map<String, Question> asked) {
      super(Opcodes.ASM9, writer);
      this.asked = asked;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      Question question = asked.get(name);
      boolean bodiless = (access & (Opcodes.ACC_NATIVE | Opcodes.ACC_ABSTRACT)) != 0;
      if (question == null || bodiless || next == null) {
        return next;
      }
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitCode() {
          super.visitCode();
          boolean fixed = (access & Opcodes.ACC_STATIC) != 0;
          question.ask(mv, fixed, Type.getArgumentTypes(descriptor));
        }
      };
    }
  }

  private static void redirectRead(MethodVisitor code, boolean isStatic, Type[] arguments) {
    redirect(code, isStatic, "read");
  }

  private static void redirectWrite(MethodVisitor code, boolean isStatic, Type[] arguments) {
    redirect(code, isStatic, "write");
  }

  private static void redirect(MethodVisitor code, boolean isStatic, String question) {
    int name = isStatic ? 0 : 1;
    code.visitVarInsn(Opcodes.ALOAD, name);
    call(code, question, "(Ljava/lang/String;)Ljava/lang/String;");
    code.visitVarInsn(Opcodes.ASTORE, name);
  }

  private static void redirectOpen(MethodVisitor code, boolean isStatic, Type[] arguments) {
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitVarInsn(Opcodes.ILOAD, 2);
    call(code, "open", "(Ljava/lang/String;I)Ljava/lang/String;");
    code.visitVarInsn(Opcodes.ASTORE, 1);
  }

  private static void redirectOnUnix(MethodVisitor code, boolean isStatic, Type[] arguments) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ILOAD, 1);
    call(code, "openOnUnix", "(Ljava/lang/Object;I)Ljava/lang/Object;");
    code.visitTypeInsn(Opcodes.CHECKCAST, "sun/nio/fs/UnixPath");
    code.visitVarInsn(Opcodes.ASTORE, 0);
  }

  private static void redirectOnWindows(MethodVisitor code, boolean isStatic, Type[] arguments) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ILOAD, 1);
    call(code, "openOnWindows", "(Ljava/lang/String;I)Ljava/lang/String;");
    code.visitVarInsn(Opcodes.ASTORE, 0);
  }

  private static void askForThis(MethodVisitor code, boolean isStatic, Type[] arguments) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    call(code, "change", "(Ljava/lang/Object;)V");
    askForPaths(code, isStatic, arguments);
  }

  /** Asks for every argument that names a file. */
  private static void askForPaths(MethodVisitor code, boolean isStatic, Type[] arguments) {
    forEach(
        isStatic,
        arguments,
        Set.of(UNIX_PATH, "Ljava/io/File;", "Ljava/lang/String;"),
        local -> {
          code.visitVarInsn(Opcodes.ALOAD, local);
          call(code, "change", "(Ljava/lang/Object;)V");
        });
  }

  private static void askForSocket(MethodVisitor code, boolean isStatic, Type[] arguments) {
    List<Integer> addresses = new ArrayList<>();
    forEach(
        isStatic,
        arguments,
        Set.of("Ljava/net/InetAddress;", "Ljava/net/SocketAddress;", "Ljava/nio/file/Path;"),
        addresses::add);
    if (addresses.isEmpty()) {
      code.visitLdcInsn("a port");
    } else {
      code.visitVarInsn(Opcodes.ALOAD, addresses.get(0));
    }
    call(code, "socket", "(Ljava/lang/Object;)V");
  }

  private static void askForHost(MethodVisitor code, boolean isStatic, Type[] arguments) {
    code.visitVarInsn(Opcodes.ALOAD, isStatic ? 0 : 1);
    call(code, "lookUp", "(Ljava/lang/Object;)V");
  }

  private static void askForLoading(MethodVisitor code, boolean isStatic, Type[] arguments) {
    code.visitVarInsn(Opcodes.ALOAD, isStatic ? 0 : 1);
    call(code, "load", "(Ljava/lang/Class;)V");
  }

  private static void forEach(
      boolean isStatic, Type[] arguments, Set<String> types, java.util.function.IntConsumer then) {
    int local = isStatic ? 0 : 1;
    for (Type argument : arguments) {
      if (types.contains(argument.getDescriptor())) {
        then.accept(local);
      }
      local += argument.getSize();
    }
  }

  private static void call(MethodVisitor code, String question, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, JAIL, question, descriptor, false);
  }
}
