package dev.concur.read.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** What a class file declares, generics included. */
final class ClassFileTypes {

  private ClassFileTypes() {}

  static ClassType read(byte[] bytes) {
    ClassNode node = new ClassNode();
    new ClassReader(bytes)
        .accept(node, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    String name = node.name.replace('/', '.');
    Signature own = new Signature(Map.of());
    if (!sound(node.signature)) {
      own.parents.add(JType.of(node.superName == null ? "?" : node.superName.replace('/', '.')));
      node.interfaces.forEach(each -> own.parents.add(JType.of(each.replace('/', '.'))));
    } else {
      new SignatureReader(node.signature).accept(own);
    }
    Map<String, ClassType.Field> fields = new LinkedHashMap<>();
    for (FieldNode each : node.fields) {
      fields.put(each.name, field(name, each, own.bounds));
    }
    List<ClassType.Method> methods = new ArrayList<>();
    for (MethodNode each : node.methods) {
      if ((each.access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) == 0) {
        methods.add(method(node, name, each, own.bounds));
      }
    }
    return new ClassType(
        name,
        (node.access & Opcodes.ACC_INTERFACE) != 0,
        List.copyOf(own.variables),
        List.copyOf(own.parents),
        fields,
        methods);
  }

  /** Whether the generics of a class or method can be read: obfuscators leave broken ones. */
  private static boolean sound(@Nullable String signature) {
    return signature != null && reads(() -> new SignatureReader(signature).accept(new Ignored()));
  }

  private static boolean soundType(@Nullable String signature) {
    return signature != null
        && reads(() -> new SignatureReader(signature).acceptType(new Ignored()));
  }

  private static boolean reads(Runnable reading) {
    try {
      reading.run();
      return true;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return false;
    }
  }

  /** Looks at nothing. */
  private static final class Ignored extends SignatureVisitor {
    Ignored() {
      super(Opcodes.ASM9);
    }
  }

  private static ClassType.Field field(String owner, FieldNode node, Map<String, JType> bounds) {
    JType type = JType.of(Type.getType(node.desc));
    if (soundType(node.signature)) {
      Signature signature = new Signature(bounds);
      new SignatureReader(node.signature).acceptType(signature.type(found -> {}));
      type = signature.last(type);
    }
    return new ClassType.Field(owner, node.name, type, (node.access & Opcodes.ACC_STATIC) != 0)
        .with(Optional.ofNullable(node.value));
  }

  private static ClassType.Method method(
      ClassNode type, String owner, MethodNode node, Map<String, JType> bounds) {
    Signature signature = new Signature(bounds);
    if (!sound(node.signature)) {
      for (Type each : Type.getArgumentTypes(node.desc)) {
        signature.parameters.add(JType.of(each));
      }
      signature.returns = JType.of(Type.getReturnType(node.desc));
    } else {
      new SignatureReader(node.signature).accept(signature);
    }
    return new ClassType.Method(
        owner,
        (type.access & Opcodes.ACC_INTERFACE) != 0,
        node.name,
        node.desc,
        List.copyOf(signature.variables),
        signature.parameters,
        signature.returns,
        (node.access & Opcodes.ACC_STATIC) != 0,
        (node.access & Opcodes.ACC_ABSTRACT) != 0,
        (node.access & Opcodes.ACC_VARARGS) != 0);
  }

  /** Reads one generic signature. */
  private static final class Signature extends SignatureVisitor {

    private final Map<String, JType> bounds;
    private final List<String> variables = new ArrayList<>();
    private final List<JType> parents = new ArrayList<>();
    private final List<JType> parameters = new ArrayList<>();
    private JType returns = JType.VOID;
    private @Nullable JType seen;

    Signature(Map<String, JType> outer) {
      super(Opcodes.ASM9);
      this.bounds = new HashMap<>(outer);
    }

    JType last(JType otherwise) {
      return seen == null ? otherwise : seen;
    }

    SignatureVisitor type(java.util.function.Consumer<JType> then) {
      return new OneType(
          bounds,
          found -> {
            seen = found;
            then.accept(found);
          });
    }

    @Override
    public void visitFormalTypeParameter(String name) {
      variables.add(name);
      bounds.put(name, JType.OBJECT);
    }

    @Override
    public SignatureVisitor visitClassBound() {
      return bound();
    }

    @Override
    public SignatureVisitor visitInterfaceBound() {
      return bound();
    }

    private SignatureVisitor bound() {
      String name = variables.get(variables.size() - 1);
      return type(found -> bounds.computeIfPresent(name, (n, old) -> first(old, found)));
    }

    private static JType first(JType old, JType found) {
      return old.is(JType.OBJECT) ? found : old;
    }

    @Override
    public SignatureVisitor visitSuperclass() {
      return type(parents::add);
    }

    @Override
    public SignatureVisitor visitInterface() {
      return type(parents::add);
    }

    @Override
    public SignatureVisitor visitParameterType() {
      return type(parameters::add);
    }

    @Override
    public SignatureVisitor visitReturnType() {
      return type(found -> returns = found);
    }

    @Override
    public SignatureVisitor visitExceptionType() {
      return type(found -> {});
    }
  }

  /** Reads one type of a signature. */
  private static final class OneType extends SignatureVisitor {

    private final Map<String, JType> bounds;
    private final java.util.function.Consumer<JType> then;
    private final List<JType> arguments = new ArrayList<>();
    private String name = "";
    private int dimensions;

    OneType(Map<String, JType> bounds, java.util.function.Consumer<JType> then) {
      super(Opcodes.ASM9);
      this.bounds = bounds;
      this.then = then;
    }

    @Override
    public SignatureVisitor visitArrayType() {
      dimensions++;
      return this;
    }

    @Override
    public void visitBaseType(char descriptor) {
      then.accept(JType.of(Type.getType(String.valueOf(descriptor))).array(dimensions));
    }

    @Override
    public void visitTypeVariable(String variable) {
      JType bound = bounds.getOrDefault(variable, JType.OBJECT);
      // A bound that speaks of its own variable (T extends Comparable<T>) is cut there.
      JType cut = bound.isVariable() ? bound : JType.of(bound.name());
      then.accept(JType.variable(variable, cut).array(dimensions));
    }

    @Override
    public void visitClassType(String internal) {
      name = internal.replace('/', '.');
    }

    @Override
    public void visitInnerClassType(String inner) {
      name += "$" + inner;
      arguments.clear();
    }

    @Override
    public void visitTypeArgument() {
      arguments.add(JType.OBJECT);
    }

    @Override
    public SignatureVisitor visitTypeArgument(char wildcard) {
      return new OneType(bounds, arguments::add);
    }

    @Override
    public void visitEnd() {
      then.accept(new JType(name, dimensions, arguments));
    }
  }
}
