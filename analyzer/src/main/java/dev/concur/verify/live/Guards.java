package dev.concur.verify.live;

import dev.concur.model.MethodRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Which methods bring an object into the state that others of its class ask for: those that set a
 * field, or add to a collection in a field, that the others read ({@code open()} before {@code
 * read()}).
 */
final class Guards {

  /** Frames of a stack trace that are looked at: a check is mostly a method of its own. */
  private static final int FRAMES = 3;

  /** Methods of the same class that are followed from one. */
  private static final int MOST_FOLLOWED = 12;

  /** More are not tried. */
  private static final int MOST = 6;

  private static final String SEPARATOR = "#";

  /** What ends a state does not begin one. */
  private static final Pattern ENDING =
      Pattern.compile("(close|stop|shut|clear|reset|destroy|remove|delete|dispose|end|cancel).*");

  private static final Pattern ADDING = Pattern.compile("(add|put|offer|push|set).*");

  private final ClassLoader loader;

  Guards(ClassLoader loader) {
    this.loader = loader;
  }

  /** Whether one of the words that say what is filled is such a method: {@code class#name(...)}. */
  static boolean isMethod(String word) {
    return word.contains(SEPARATOR);
  }

  static MethodRef parse(String word) {
    int name = word.indexOf(SEPARATOR);
    int descriptor = word.indexOf('(');
    return new MethodRef(
        word.substring(0, name), word.substring(name + 1, descriptor), word.substring(descriptor));
  }

  /** Those that a problem asks for: by the fields that the methods read in which it came up. */
  List<String> of(Throwable problem) {
    List<String> found = new ArrayList<>();
    int frames = 0;
    for (StackTraceElement frame : problem.getStackTrace()) {
      Optional<ClassNode> type = read(frame.getClassName());
      if (type.isPresent()) {
        found.addAll(preparing(type.get(), method -> isAt(method, frame)));
        frames++;
      }
      if (frames == FRAMES || found.size() > MOST) {
        break;
      }
    }
    return found.stream().distinct().limit(MOST).toList();
  }

  /** Those that this method may ask for, and what it calls of its class. */
  List<String> of(MethodRef subject) {
    return read(subject.owner())
        .map(
            type ->
                preparing(
                    type,
                    each ->
                        each.name.equals(subject.name()) && each.desc.equals(subject.descriptor())))
        .orElse(List.of())
        .stream()
        .limit(MOST)
        .toList();
  }

  private static boolean isAt(MethodNode method, StackTraceElement frame) {
    if (!method.name.equals(frame.getMethodName())) {
      return false;
    }
    for (AbstractInsnNode each : method.instructions) {
      if (each instanceof LineNumberNode line && line.line == frame.getLineNumber()) {
        return true;
      }
    }
    return false;
  }

  private List<String> preparing(ClassNode type, Predicate<MethodNode> asking) {
    Set<MethodNode> readers = followed(type, asking);
    Set<String> fields = new HashSet<>();
    readers.forEach(method -> fields.addAll(fieldsRead(method, type.name)));
    return type.methods.stream()
        .filter(method -> mayPrepare(method) && !readers.contains(method))
        .filter(method -> prepares(method, type.name, fields))
        .sorted(
            Comparator.comparingInt(
                    (MethodNode each) -> (each.access & Opcodes.ACC_PUBLIC) != 0 ? 0 : 1)
                .thenComparingInt(each -> Type.getArgumentTypes(each.desc).length)
                .thenComparing(each -> each.name + each.desc))
        .map(each -> type.name.replace('/', '.') + SEPARATOR + each.name + each.desc)
        .toList();
  }

  private static boolean mayPrepare(MethodNode method) {
    int never = Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC | Opcodes.ACC_ABSTRACT;
    return (method.access & never) == 0
        && !method.name.startsWith("<")
        && !ENDING.matcher(method.name).matches();
  }

  private static Set<MethodNode> followed(ClassNode type, Predicate<MethodNode> asking) {
    Deque<MethodNode> open = new ArrayDeque<>(type.methods.stream().filter(asking).toList());
    Set<MethodNode> found = new HashSet<>(open);
    while (!open.isEmpty() && found.size() < MOST_FOLLOWED) {
      for (AbstractInsnNode each : open.remove().instructions) {
        if (each instanceof MethodInsnNode call && call.owner.equals(type.name)) {
          type.methods.stream()
              .filter(next -> next.name.equals(call.name) && next.desc.equals(call.desc))
              .filter(found::add)
              .forEach(open::add);
        }
      }
    }
    return found;
  }

  private static Set<String> fieldsRead(MethodNode method, String owner) {
    Set<String> fields = new HashSet<>();
    for (AbstractInsnNode each : method.instructions) {
      if (each instanceof FieldInsnNode field
          && field.getOpcode() == Opcodes.GETFIELD
          && field.owner.equals(owner)) {
        fields.add(field.name);
      }
    }
    return fields;
  }

  /** Sets one of these fields, or reads one and adds to something. */
  private static boolean prepares(MethodNode method, String owner, Set<String> fields) {
    boolean reads = false;
    for (AbstractInsnNode each : method.instructions) {
      if (each instanceof FieldInsnNode field
          && field.owner.equals(owner)
          && fields.contains(field.name)) {
        if (field.getOpcode() == Opcodes.PUTFIELD) {
          return true;
        }
        reads |= field.getOpcode() == Opcodes.GETFIELD;
      }
      if (reads
          && each instanceof MethodInsnNode call
          && call.owner.startsWith("java/util/")
          && ADDING.matcher(call.name).matches()) {
        return true;
      }
    }
    return false;
  }

  /** Of the user's classes, as they are written; empty for all others. */
  private Optional<ClassNode> read(String name) {
    String resource = name.replace('.', '/') + ".class";
    if (ClassLoader.getPlatformClassLoader().getResource(resource) != null) {
      return Optional.empty();
    }
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        return Optional.empty();
      }
      ClassNode node = new ClassNode();
      new ClassReader(in).accept(node, ClassReader.SKIP_FRAMES);
      return Optional.of(node);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
