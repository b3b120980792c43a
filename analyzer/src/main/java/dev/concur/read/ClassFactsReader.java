package dev.concur.read;

import dev.concur.model.MethodRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Turns the bytes of one class into facts. */
final class ClassFactsReader {

  /**
   * Major version of the newest class files that ASM reads here; newer ones are read as if they
   * were that.
   */
  static final int NEWEST = Opcodes.V25 + 2;

  private ClassFactsReader() {}

  /**
   * Reads one class.
   *
   * @param once what it shares with other classes
   * @param shelf where its bodies are opened
   * @throws UnreadableClass when the bytes are not a class file or are damaged
   */
  static ClassFacts read(byte[] bytes, Once once, Shelf shelf) {
    ClassNode node = parse(bytes);
    String name = Once.binary(node.name);
    String file = sourceFile(node);
    List<FieldFacts> fields =
        node.fields == null
            ? List.of()
            : node.fields.stream().map(f -> field(name, f, once)).toList();
    return new ClassFacts(
        name,
        node.version & 0xffff,
        node.access,
        node.superName == null ? "" : Once.binary(node.superName),
        node.interfaces.stream().map(Once::binary).toList(),
        file,
        outer(node, name),
        annotations(node.visibleAnnotations, node.invisibleAnnotations),
        fields,
        methods(node, name, file, once, shelf));
  }

  private static ClassNode parse(byte[] bytes) {
    if (bytes.length < 8 || bytes[0] != (byte) 0xCA || bytes[1] != (byte) 0xFE) {
      throw new UnreadableClass("not a class file (it does not begin with CAFEBABE)");
    }
    int major = (bytes[6] & 0xff) << 8 | (bytes[7] & 0xff);
    try {
      ClassNode node = new InliningClassNode();
      new ClassReader(readable(bytes, major)).accept(node, ClassReader.SKIP_FRAMES);
      return node;
    } catch (RuntimeException e) {
      String newer = major > NEWEST ? "; it is of class file version " + major : "";
      throw new UnreadableClass("damaged class file (" + e + ")" + newer);
    }
  }

  /**
   * A newer version than ASM knows is read as the newest it knows: the format grows by attributes
   * and constants.
   */
  private static byte[] readable(byte[] bytes, int major) {
    if (major <= NEWEST) {
      return bytes;
    }
    byte[] copy = bytes.clone();
    copy[6] = 0;
    copy[7] = (byte) NEWEST;
    return copy;
  }

  /** Inlines the subroutines (JSR, RET) that compilers made before Java 6. */
  private static final class InliningClassNode extends ClassNode {
    InliningClassNode() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return (version & 0xffff) < Opcodes.V1_7
          ? new JSRInlinerAdapter(next, access, name, descriptor, signature, exceptions)
          : next;
    }
  }

  private static String sourceFile(ClassNode node) {
    if (node.sourceFile == null) {
      return "";
    }
    int slash = node.name.lastIndexOf('/');
    return Once.text(node.name.substring(0, slash + 1) + node.sourceFile);
  }

  private static String outer(ClassNode node, String name) {
    if (node.outerClass != null) {
      return Once.binary(node.outerClass);
    }
    return node.innerClasses.stream()
        .filter(inner -> inner.name.equals(node.name) && inner.outerName != null)
        .map(inner -> Once.binary(inner.outerName))
        .findFirst()
        .orElseGet(
            () -> name.contains("$") ? Once.text(name.substring(0, name.lastIndexOf('$'))) : "");
  }

  private static FieldFacts field(String owner, FieldNode node, Once once) {
    return new FieldFacts(
        once.field(owner, node.name, node.desc),
        node.access,
        Optional.ofNullable(node.value),
        annotations(node.visibleAnnotations, node.invisibleAnnotations));
  }

  private static List<MethodFacts> methods(
      ClassNode node, String owner, String file, Once once, Shelf shelf) {
    Map<MethodNode, Body> bodies = new LinkedHashMap<>();
    List<MethodNode> unread = new ArrayList<>();
    for (MethodNode method : node.methods) {
      if (method.instructions.size() > 0) {
        try {
          Body body = interpret(owner, method, once);
          if (body.tooIntricate()) {
            unread.add(method);
          } else {
            bodies.put(method, body);
          }
        } catch (RuntimeException damaged) {
          unread.add(method);
        }
      }
    }
    MethodFactsMaker maker =
        new MethodFactsMaker(owner, file, new Resets(bodies.values()), once, shelf);
    for (MethodNode method : node.methods) {
      maker.add(method, bodies.get(method), unread.contains(method));
    }
    return maker.made();
  }

  private static Body interpret(String owner, MethodNode method, Once once) {
    MethodRef ref = once.method(owner, method.name, method.desc);
    Code code = new Code(method, once);
    Interpreter interpreter = new Interpreter(code, method);
    List<List<Op>> ops = interpreter.run(ref);
    return new Body(ref, code, ops, interpreter.phis(), interpreter.phiBlocks());
  }

  @SafeVarargs
  static List<Annotation> annotations(List<AnnotationNode>... lists) {
    List<Annotation> result = new ArrayList<>();
    for (List<AnnotationNode> list : lists) {
      if (list != null) {
        list.forEach(node -> result.add(annotation(node)));
      }
    }
    return result;
  }

  private static Annotation annotation(AnnotationNode node) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; node.values != null && i + 1 < node.values.size(); i += 2) {
      values.put(Once.text((String) node.values.get(i)), plain(node.values.get(i + 1)));
    }
    String type = org.objectweb.asm.Type.getType(node.desc).getClassName();
    return new Annotation(Once.text(type), values);
  }

  private static Object plain(Object value) {
    if (value instanceof String[] constant) {
      return constant[1];
    }
    if (value instanceof List<?> list) {
      return list.stream().map(ClassFactsReader::plain).toList();
    }
    if (value instanceof AnnotationNode nested) {
      return annotation(nested);
    }
    return value instanceof org.objectweb.asm.Type type ? type.getClassName() : value;
  }
}
