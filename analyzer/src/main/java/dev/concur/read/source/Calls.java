package dev.concur.read.source;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Writes calls and creations. */
final class Calls {

  /** An argument that is written already, unless it is a function, which needs to know its type. */
  private record Given(Expression expression, MethodMaker.Aside written)
      implements Selection.Argument {
    @Override
    public JType type() {
      return written.type();
    }

    @Override
    public int lambdaParameters() {
      if (!Lambdas.isFunction(expression)) {
        return -2;
      }
      return expression instanceof LambdaExpr lambda ? lambda.getParameters().size() : -1;
    }
  }

  private final MethodMaker maker;
  private final Lambdas lambdas;
  private final Selection selection;

  Calls(MethodMaker maker, Lambdas lambdas) {
    this.maker = maker;
    this.lambdas = lambdas;
    this.selection = new Selection(maker.world());
  }

  JType write(MethodCallExpr call, @Nullable JType wanted) {
    String name = call.getNameAsString();
    if (call.getScope().isEmpty()) {
      return unqualified(call, name, wanted);
    }
    Expression scope = call.getScope().get();
    Optional<JType> type = maker.expressions.variables.type(scope);
    if (type.isPresent()) {
      return send(call, Opcodes.INVOKESTATIC, type.get(), name, call.getArguments(), wanted);
    }
    if (scope instanceof SuperExpr) {
      maker.expressions.variables.self();
      JType parent = maker.world().find(maker.owner.self.name()).orElseThrow().parents().get(0);
      return send(call, Opcodes.INVOKESPECIAL, parent, name, call.getArguments(), wanted);
    }
    JType receiver = maker.expressions.value(scope, null);
    List<ClassType.Method> known = maker.world().methods(receiver, name);
    if (!known.isEmpty() && known.stream().allMatch(ClassType.Method::isStatic)) {
      maker.drop(receiver);
      return send(call, Opcodes.INVOKESTATIC, receiver, name, call.getArguments(), wanted);
    }
    maker.coerce(receiver, receiver.boxed());
    return send(call, Opcodes.INVOKEVIRTUAL, receiver.boxed(), name, call.getArguments(), wanted);
  }

  private JType unqualified(MethodCallExpr call, String name, @Nullable JType wanted) {
    Optional<ClassMaker> at = Optional.of(maker.owner);
    while (at.isPresent() && maker.world().methods(at.get().self, name).isEmpty()) {
      at = at.get().outer;
    }
    if (at.isEmpty()) {
      for (JType each : maker.names.staticImports(name)) {
        if (!maker.world().methods(each, name).isEmpty()) {
          return send(call, Opcodes.INVOKESTATIC, each, name, call.getArguments(), wanted);
        }
      }
      Optional<JType> imported = maker.names.staticImport(name);
      if (imported.isPresent()) {
        return send(call, Opcodes.INVOKESTATIC, imported.get(), name, call.getArguments(), wanted);
      }
    }
    ClassMaker holder = at.orElse(maker.owner);
    boolean inStatic =
        at.isPresent()
            && maker.world().methods(holder.self, name).stream()
                .allMatch(ClassType.Method::isStatic);
    if (inStatic) {
      return send(call, Opcodes.INVOKESTATIC, holder.self, name, call.getArguments(), wanted);
    }
    maker.expressions.variables.instance(holder);
    return send(call, Opcodes.INVOKEVIRTUAL, holder.self, name, call.getArguments(), wanted);
  }

  /** Writes arguments and call; the receiver, if there is one, is on the stack. */
  private JType send(
      MethodCallExpr call,
      int how,
      JType receiver,
      String name,
      NodeList<Expression> arguments,
      @Nullable JType wanted) {
    List<Given> given = written(arguments);
    Optional<ClassType.Method> found =
        selection.best(maker.world().methods(receiver, name), List.copyOf(given));
    if (found.isEmpty()) {
      return unknown(call, how, receiver, name, given, wanted);
    }
    ClassType.Method method = found.get();
    Map<String, JType> bindings = pass(method, given, wanted);
    boolean ofInterface =
        maker.world().find(receiver.bound().name()).map(ClassType::isInterface).orElse(false);
    int opcode = how;
    if (how == Opcodes.INVOKEVIRTUAL && ofInterface) {
      opcode = Opcodes.INVOKEINTERFACE;
    }
    maker.line(call.getName());
    String owner =
        method.owner().equals("java.lang.Object") ? "java/lang/Object" : receiver.internal();
    maker.call(opcode, owner, name, method.descriptor(), ofInterface);
    JType returns = method.returns().with(bindings);
    JType open =
        returns.isVariable() && wanted != null && !wanted.isPrimitive() && !wanted.isVoid()
            ? wanted
            : returns;
    JType seen =
        open.isVariable() && open.bound().is(JType.OBJECT) && method.returns().isVariable()
            ? JType.UNKNOWN
            : open.bound();
    if (!seen.isPrimitive()
        && !seen.isUnknown()
        && !method.descriptor().endsWith(")" + seen.descriptor())) {
      maker.cast(seen);
    }
    return seen;
  }

  private List<Given> written(NodeList<Expression> arguments) {
    List<Given> given = new ArrayList<>();
    for (Expression each : arguments) {
      MethodMaker.Aside aside =
          Lambdas.isFunction(each)
              ? new MethodMaker.Aside(new InsnList(), JType.UNKNOWN)
              : maker.aside(() -> maker.expressions.value(each, null));
      given.add(new Given(each, aside));
    }
    return given;
  }

  /** Puts arguments in place for a method; tells what its type variables came to stand for. */
  private Map<String, JType> pass(
      ClassType.Method method, List<Given> given, @Nullable JType wanted) {
    Map<String, JType> bindings = Selection.nothing();
    boolean spread = spreads(method, given);
    int fixed = spread ? method.parameters().size() - 1 : given.size();
    for (int i = 0; i < given.size(); i++) {
      JType parameter = i < fixed ? method.parameters().get(i) : last(method).element();
      selection.learn(parameter, given.get(i).type(), bindings);
    }
    if (wanted != null && given.isEmpty()) {
      selection.learn(method.returns(), wanted, bindings);
    }
    for (int i = 0; i < fixed; i++) {
      place(given.get(i), method.parameters().get(i), bindings);
    }
    if (spread) {
      maker.constant(given.size() - fixed);
      JType element = last(method).element().bound();
      maker.expressions.fresh(element);
      for (int i = fixed; i < given.size(); i++) {
        maker.emit(Opcodes.DUP);
        maker.constant(i - fixed);
        place(given.get(i), last(method).element(), bindings);
        maker.emit(element.opcode(Opcodes.IASTORE));
      }
    }
    return bindings;
  }

  private static JType last(ClassType.Method method) {
    return method.parameters().get(method.parameters().size() - 1);
  }

  private boolean spreads(ClassType.Method method, List<Given> given) {
    if (!method.varargs()) {
      return false;
    }
    if (given.size() != method.parameters().size()) {
      return true;
    }
    JType passed = given.get(given.size() - 1).type();
    return !passed.isArray() && !passed.is(JType.NULL);
  }

  private void place(Given given, JType parameter, Map<String, JType> bindings) {
    JType known = parameter.with(bindings);
    if (!Lambdas.isFunction(given.expression())) {
      maker.place(given.written());
      maker.coerce(given.type(), parameter.isVariable() ? known.bound().boxed() : known.bound());
      return;
    }
    lambdas.write(given.expression(), known);
    maker
        .world()
        .functional(parameter)
        .ifPresent(each -> selection.learn(each.returns(), lambdas.returned(), bindings));
  }

  /** A call that leads nowhere we know: its class, its name and what is passed are all we have. */
  private JType unknown(
      MethodCallExpr call,
      int how,
      JType receiver,
      String name,
      List<Given> given,
      @Nullable JType wanted) {
    List<JType> types = passAsTheyAre(given);
    JType returns = wanted == null || wanted.is(JType.NULL) ? JType.UNKNOWN : wanted;
    String descriptor = ClassType.descriptor(types, returns);
    boolean ofInterface =
        maker.world().find(receiver.bound().name()).map(ClassType::isInterface).orElse(false);
    maker.line(call.getName());
    maker.call(
        how == Opcodes.INVOKEVIRTUAL && ofInterface ? Opcodes.INVOKEINTERFACE : how,
        receiver.internal(),
        name,
        descriptor,
        ofInterface);
    return returns.bound();
  }

  private List<JType> passAsTheyAre(List<Given> given) {
    List<JType> types = new ArrayList<>();
    for (Given each : given) {
      if (Lambdas.isFunction(each.expression())) {
        types.add(lambdas.write(each.expression(), JType.UNKNOWN));
      } else {
        maker.place(each.written());
        types.add(each.type());
      }
    }
    return types;
  }

  JType write(ObjectCreationExpr creation, @Nullable JType wanted) {
    JType type = maker.names.type(creation.getType());
    boolean diamond = creation.getType().getTypeArguments().map(NodeList::isEmpty).orElse(false);
    if (diamond && wanted != null && !wanted.arguments().isEmpty()) {
      type = JType.of(type.name(), wanted.arguments());
    }
    create(
        type, creation.getArguments(), creation.getAnonymousClassBody().orElse(new NodeList<>()));
    return type;
  }

  /** Makes an object and leaves it on the stack. */
  void create(JType type, NodeList<Expression> arguments, NodeList<BodyDeclaration<?>> body) {
    if (!body.isEmpty()) {
      anonymous(type, arguments, body);
      return;
    }
    maker.emit(new TypeInsnNode(Opcodes.NEW, type.internal()));
    maker.emit(Opcodes.DUP);
    StringBuilder descriptor = new StringBuilder("(");
    outerInstance(type).ifPresent(each -> descriptor.append(each.descriptor()));
    List<Given> given = written(arguments);
    Optional<ClassType.Method> found =
        selection.best(maker.world().methods(type, "<init>"), List.copyOf(given));
    if (found.isPresent()) {
      pass(found.get(), given, null);
      String declared = found.get().descriptor();
      descriptor.append(declared, 1, declared.indexOf(')'));
    } else {
      passAsTheyAre(given).forEach(each -> descriptor.append(each.descriptor()));
    }
    for (String each : maker.owner.unit().capturedBy(type.name())) {
      maker.locals.find(each).ifPresent(local -> handOver(local, descriptor));
    }
    maker.call(
        Opcodes.INVOKESPECIAL,
        type.internal(),
        "<init>",
        descriptor.append(")V").toString(),
        false);
  }

  private void handOver(Locals.Local local, StringBuilder descriptor) {
    maker.load(local);
    descriptor.append(local.type().descriptor());
  }

  /** Loads the instance that an inner class of this source is made in. */
  private Optional<JType> outerInstance(JType type) {
    Optional<ClassMaker> around = maker.owner.unit().innerOf(type.name());
    around.ifPresent(each -> maker.expressions.variables.instance(enclosing(each)));
    return around.map(each -> each.self);
  }

  private ClassMaker enclosing(ClassMaker wanted) {
    Optional<ClassMaker> at = Optional.of(maker.owner);
    while (at.isPresent()) {
      if (at.get().self.is(wanted.self)) {
        return at.get();
      }
      at = at.get().outer;
    }
    return maker.owner;
  }

  private void anonymous(
      JType parent, NodeList<Expression> arguments, NodeList<BodyDeclaration<?>> body) {
    ClassMaker made =
        ClassMaker.anonymous(maker.owner, maker.names, body, parent, maker.isStatic());
    Map<String, Locals.Local> free = new java.util.LinkedHashMap<>();
    body.forEach(member -> free.putAll(Free.in(member, maker.locals)));
    free.forEach((name, local) -> made.captured.put(name, local.type()));
    List<Given> given = written(arguments);
    made.handsOn(given.stream().map(each -> each.type().bound()).toList());
    made.make();
    maker.emit(new TypeInsnNode(Opcodes.NEW, made.self.internal()));
    maker.emit(Opcodes.DUP);
    List<JType> types = new ArrayList<>();
    if (!made.isStatic) {
      maker.emit(new VarInsnNode(Opcodes.ALOAD, 0));
      types.add(maker.owner.self);
    }
    types.addAll(passAsTheyAre(given));
    for (Locals.Local each : free.values()) {
      maker.load(each);
      types.add(each.type());
    }
    String descriptor = ClassType.descriptor(types, JType.VOID);
    maker.call(Opcodes.INVOKESPECIAL, made.self.internal(), "<init>", descriptor, false);
  }

  /** {@code this(...)} or {@code super(...)}. */
  void constructor(ExplicitConstructorInvocationStmt call) {
    JType type =
        call.isThis()
            ? maker.owner.self
            : maker.world().find(maker.owner.self.name()).orElseThrow().parents().get(0);
    maker.emit(new VarInsnNode(Opcodes.ALOAD, 0));
    StringBuilder descriptor = new StringBuilder("(");
    maker
        .owner
        .unit()
        .innerOf(type.name())
        .ifPresent(
            outer -> {
              maker.locals.find("this$0").ifPresent(maker::load);
              descriptor.append(
                  maker.locals.find("this$0").isPresent() ? outer.self.descriptor() : "");
            });
    List<Given> given = written(call.getArguments());
    Optional<ClassType.Method> found =
        selection.best(maker.world().methods(type, "<init>"), List.copyOf(given));
    if (found.isPresent()) {
      pass(found.get(), given, null);
      String declared = found.get().descriptor();
      descriptor.append(declared, 1, declared.indexOf(')'));
    } else {
      passAsTheyAre(given).forEach(each -> descriptor.append(each.descriptor()));
    }
    maker.call(
        Opcodes.INVOKESPECIAL,
        type.internal(),
        "<init>",
        descriptor.append(")V").toString(),
        false);
  }
}
