package dev.concur.read.source;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.nodeTypes.NodeWithModifiers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Makes one class file, and those of the classes inside it, from a source. */
final class ClassMaker {

  /** How the constants of an enum are declared. */
  private static final int CONSTANT =
      Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_ENUM;

  private final Unit unit;
  private final ClassNode node = new ClassNode();
  private final NodeList<BodyDeclaration<?>> members;
  final Names names;
  final JType self;
  final Optional<ClassMaker> outer;

  /** Whether it has no instance around it. */
  final boolean isStatic;

  /** Local variables of the method around it that its body reads, by name. */
  final Map<String, JType> captured = new LinkedHashMap<>();

  private final Optional<RecordDeclaration> tuple;
  private final List<JType> anonymousArguments = new ArrayList<>();
  private int lambdas;
  private int locals;

  private ClassMaker(
      Unit unit,
      String name,
      NodeList<BodyDeclaration<?>> members,
      Names names,
      Optional<ClassMaker> outer,
      boolean isStatic,
      Optional<RecordDeclaration> tuple) {
    this.unit = unit;
    this.members = members;
    this.names = names;
    this.self = JType.of(name);
    this.outer = outer;
    this.isStatic = isStatic;
    this.tuple = tuple;
    node.version = Opcodes.V17;
    node.name = self.internal();
    node.superName = "java/lang/Object";
    node.sourceFile = unit.file();
  }

  World world() {
    return unit.world();
  }

  Unit unit() {
    return unit;
  }

  /** A class with a name of its own. */
  static ClassMaker of(
      Unit unit,
      String name,
      TypeDeclaration<?> type,
      Names around,
      Optional<ClassMaker> outer,
      boolean inStatic) {
    Names names = around.with(SourceTypes.variables(type)).in(name);
    boolean plain = type.isClassOrInterfaceDeclaration() && !SourceTypes.isInterface(type);
    boolean free =
        inStatic
            || outer.isEmpty()
            || !plain
            || ((NodeWithModifiers<?>) type).hasModifier(Modifier.Keyword.STATIC)
            || (outer.get().node.access & Opcodes.ACC_INTERFACE) != 0;
    ClassMaker maker =
        new ClassMaker(
            unit,
            name,
            type.getMembers(),
            names,
            outer,
            free,
            type instanceof RecordDeclaration record ? Optional.of(record) : Optional.empty());
    maker.node.access = Headers.access((NodeWithModifiers<?>) type);
    if (SourceTypes.isInterface(type)) {
      maker.node.access |= Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
    }
    if (type instanceof EnumDeclaration) {
      maker.node.access |= Opcodes.ACC_ENUM | Opcodes.ACC_FINAL;
    }
    maker.node.visibleAnnotations = Headers.annotations(type, names);
    maker.nested(outer);
    maker.parents();
    return maker;
  }

  /** A class without a name, as an expression makes it. */
  static ClassMaker anonymous(
      ClassMaker outer,
      Names around,
      NodeList<BodyDeclaration<?>> members,
      JType parent,
      boolean isStatic) {
    String name = outer.nextAnonymous();
    Names names = around.in(name);
    boolean ofInterface =
        outer.world().find(parent.name()).map(ClassType::isInterface).orElse(false);
    List<JType> parents = ofInterface ? List.of(JType.OBJECT, parent) : List.of(parent);
    Map<String, ClassType.Field> fields = new LinkedHashMap<>();
    List<ClassType.Method> methods = new ArrayList<>();
    outer.world().add(new ClassType(name, false, List.of(), parents, fields, methods));
    SourceTypes.members(name, false, members, names, fields, methods);
    ClassMaker maker =
        new ClassMaker(
            outer.unit, name, members, names, Optional.of(outer), isStatic, Optional.empty());
    maker.node.outerClass = outer.node.name;
    maker.parents();
    return maker;
  }

  private String nextAnonymous() {
    return self.name() + "$" + ++locals;
  }

  String localName(String simpleName) {
    return self.name() + "$" + ++locals + simpleName;
  }

  String lambdaName(String method) {
    String plain = method.replace("<init>", "new").replace("<clinit>", "static");
    return "lambda$" + plain + "$" + lambdas++;
  }

  private void nested(Optional<ClassMaker> around) {
    around.ifPresent(
        each -> {
          String simple = node.name.substring(node.name.lastIndexOf('$') + 1);
          node.visitInnerClass(node.name, each.node.name, simple, node.access);
        });
  }

  private void parents() {
    ClassType known = world().find(self.name()).orElseThrow();
    List<JType> parents = known.parents();
    node.superName = parents.get(0).internal();
    node.interfaces = parents.stream().skip(1).map(JType::internal).distinct().toList();
  }

  /** Writes the class with its members, and hands it over. */
  void make() {
    unit.captures(self.name(), captured.keySet());
    List<ClassMaker> nested = new ArrayList<>();
    for (BodyDeclaration<?> each : members) {
      if (each instanceof TypeDeclaration<?> type) {
        String name = self.name() + "$" + type.getNameAsString();
        nested.add(unit.begin(name, type, names, Optional.of(this), false));
      }
    }
    captured.forEach(
        (name, type) ->
            field(Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC, "val$" + name, type, List.of()));
    if (!isStatic) {
      JType type = outer.orElseThrow().self;
      field(Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC, "this$0", type, List.of());
    }
    members.forEach(this::declare);
    tuple.ifPresent(this::components);
    Initialisers initialisers = new Initialisers(this, members, tuple);
    List<EnumConstantDeclaration> constants =
        unit.enumOf(self.name())
            .<List<EnumConstantDeclaration>>map(EnumDeclaration::getEntries)
            .orElse(List.of());
    constants.forEach(each -> field(CONSTANT, each.getNameAsString(), self, List.of()));
    initialisers.ofClass(constants);
    initialisers.constructors(anonymousArguments);
    ClassType declared = world().find(self.name()).orElseThrow();
    LombokBodies.add(node, declared);
    new Bridges(world(), node).add(declared);
    unit.made(node);
    nested.forEach(ClassMaker::make);
  }

  private void declare(BodyDeclaration<?> member) {
    if (member instanceof FieldDeclaration field) {
      int access =
          Headers.access(field) | (inInterface() ? Opcodes.ACC_STATIC | Opcodes.ACC_FINAL : 0);
      for (VariableDeclarator each : field.getVariables()) {
        field(
            access,
            each.getNameAsString(),
            names.type(each.getType()),
            Headers.annotations(field, names));
      }
    } else if (member instanceof MethodDeclaration method) {
      method(method);
    }
  }

  boolean inInterface() {
    return (node.access & Opcodes.ACC_INTERFACE) != 0;
  }

  private void field(int access, String name, JType type, List<AnnotationNode> annotations) {
    FieldNode field = new FieldNode(access, name, type.descriptor(), null, null);
    field.visibleAnnotations = annotations;
    node.fields.add(field);
  }

  private void method(MethodDeclaration method) {
    Names own = names.with(method.getTypeParameters());
    List<JType> parameters = SourceTypes.parameters(method.getParameters(), own);
    JType returns = own.type(method.getType());
    int access =
        Headers.access(method) | (inInterface() && !method.isPrivate() ? Opcodes.ACC_PUBLIC : 0);
    if (method.getBody().isEmpty() && !method.isNative()) {
      access |= Opcodes.ACC_ABSTRACT;
    }
    MethodNode made =
        node(access, method.getNameAsString(), ClassType.descriptor(parameters, returns), method);
    made.exceptions = Headers.exceptions(method, own);
    if (method.getBody().isPresent()) {
      MethodMaker maker = new MethodMaker(this, made, own, returns);
      declare(maker, method.getParameters(), parameters);
      maker.body(method.getBody().get());
    }
    node.methods.add(made);
  }

  static void declare(MethodMaker maker, NodeList<Parameter> parameters, List<JType> types) {
    boolean hidden = Type.getArgumentTypes(maker.made.desc).length > types.size();
    for (int i = 0; i < types.size(); i++) {
      maker.variable(parameters.get(i).getNameAsString(), types.get(i));
      if (!hidden) {
        maker.made.visitParameter(parameters.get(i).getNameAsString(), 0);
      }
    }
  }

  MethodNode node(int access, String name, String descriptor, NodeWithAnnotations<?> of) {
    MethodNode made = new MethodNode(access, name, descriptor, null, null);
    made.visibleAnnotations = Headers.annotations(of, names);
    return made;
  }

  /** What the constructor of an anonymous class hands on to its parent. */
  void handsOn(List<JType> arguments) {
    anonymousArguments.addAll(arguments);
  }

  private void components(RecordDeclaration declared) {
    List<JType> types = SourceTypes.parameters(declared.getParameters(), names);
    for (int i = 0; i < types.size(); i++) {
      String name = declared.getParameters().get(i).getNameAsString();
      field(Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, name, types.get(i), List.of());
      String descriptor = "()" + types.get(i).descriptor();
      if (node.methods.stream().noneMatch(m -> m.name.equals(name) && m.desc.equals(descriptor))) {
        node.methods.add(
            LombokBodies.getter(node.name, Opcodes.ACC_PUBLIC, name, name, types.get(i)));
      }
    }
  }

  void add(MethodNode made) {
    node.methods.add(made);
  }

  static byte[] bytes(ClassNode node) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }
}
