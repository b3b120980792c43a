package dev.concur.read.source;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Writes lambdas and method references. */
final class Lambdas {

  private static final Handle FACTORY =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          "java/lang/invoke/LambdaMetafactory",
          "metafactory",
          "()Ljava/lang/invoke/CallSite;",
          false);

  private final MethodMaker maker;

  /** What the last one returns, for the inference of what it is passed to. */
  private JType returned = JType.UNKNOWN;

  Lambdas(MethodMaker maker) {
    this.maker = maker;
  }

  JType returned() {
    return returned;
  }

  static boolean isFunction(Expression expression) {
    return expression instanceof LambdaExpr || expression instanceof MethodReferenceExpr;
  }

  JType write(Expression function, JType wanted) {
    int parameters = function instanceof LambdaExpr lambda ? lambda.getParameters().size() : 1;
    Optional<ClassType.Method> known = maker.world().functional(wanted);
    JType type = known.isPresent() ? wanted : guessed(wanted, parameters);
    ClassType.Method method =
        known.or(() -> maker.world().functional(type)).orElseGet(() -> unknown(parameters));
    if (function instanceof LambdaExpr lambda) {
      lambda(lambda, type, method);
    } else {
      reference((MethodReferenceExpr) function, type, method);
    }
    return type;
  }

  /** An interface of the JDK that fits, for a type nobody has. */
  private static JType guessed(JType wanted, int parameters) {
    if (!wanted.isUnknown() && !wanted.is(JType.OBJECT)) {
      return wanted;
    }
    return switch (parameters) {
      case 0 -> JType.of("java.util.function.Supplier", List.of(JType.OBJECT));
      case 1 -> JType.of("java.util.function.Function", List.of(JType.UNKNOWN, JType.OBJECT));
      default ->
          JType.of(
              "java.util.function.BiFunction", List.of(JType.UNKNOWN, JType.UNKNOWN, JType.OBJECT));
    };
  }

  private static ClassType.Method unknown(int parameters) {
    List<JType> types = new ArrayList<>();
    for (int i = 0; i < parameters; i++) {
      types.add(JType.UNKNOWN);
    }
    String descriptor = ClassType.descriptor(types, JType.OBJECT);
    return new ClassType.Method(
        "unresolved", true, "call", descriptor, List.of(), types, JType.OBJECT, false, true, false);
  }

  private void lambda(LambdaExpr lambda, JType type, ClassType.Method method) {
    Map<String, Locals.Local> captured = Free.in(lambda.getBody(), maker.locals);
    lambda.getParameters().forEach(each -> captured.remove(each.getNameAsString()));
    List<JType> parameters = new ArrayList<>();
    captured.values().forEach(each -> parameters.add(each.type()));
    for (int i = 0; i < lambda.getParameters().size(); i++) {
      parameters.add(parameter(lambda.getParameter(i), method, i));
    }
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;
    MethodNode body =
        new MethodNode(
            access | (maker.made.access & Opcodes.ACC_STATIC),
            maker.owner.lambdaName(maker.made.name),
            "()V",
            null,
            null);
    JType wanted = method.returns().isVoid() ? JType.VOID : JType.UNKNOWN;
    MethodMaker inner = new MethodMaker(maker.owner, body, maker.names, wanted);
    int index = 0;
    for (String each : captured.keySet()) {
      inner.variable(each, parameters.get(index++));
    }
    for (Parameter each : lambda.getParameters()) {
      inner.variable(each.getNameAsString(), parameters.get(index++));
    }
    if (lambda.getBody() instanceof ExpressionStmt only) {
      inner.line(only);
      inner.expressions.returned(only.getExpression());
    } else {
      inner.statement(lambda.getBody());
    }
    boolean nothing = inner.returns.isUnknown();
    if (nothing) {
      inner.returns = JType.VOID;
    }
    inner.end();
    returned = inner.returns;
    body.desc = ClassType.descriptor(parameters, inner.returns);
    maker.owner.add(body);
    List<JType> taken = new ArrayList<>();
    if (!maker.isStatic()) {
      taken.add(maker.owner.self);
      maker.emit(new VarInsnNode(Opcodes.ALOAD, 0));
    }
    for (Locals.Local each : captured.values()) {
      maker.load(each);
      taken.add(each.type());
    }
    int tag = maker.isStatic() ? Opcodes.H_INVOKESTATIC : Opcodes.H_INVOKESPECIAL;
    String owner = maker.owner.self.internal();
    dynamic(new Handle(tag, owner, body.name, body.desc, false), type, method, taken);
  }

  private JType parameter(Parameter parameter, ClassType.Method method, int index) {
    boolean declared = !parameter.getType().isUnknownType() && !parameter.getType().isVarType();
    if (declared) {
      return maker.names.type(parameter.getType());
    }
    JType known =
        index < method.parameters().size() ? method.parameters().get(index) : JType.UNKNOWN;
    return known.isVariable() && known.bound().is(JType.OBJECT) ? JType.UNKNOWN : known.bound();
  }

  private void reference(MethodReferenceExpr reference, JType type, ClassType.Method method) {
    String name = reference.getIdentifier();
    Expression scope = reference.getScope();
    Optional<JType> owner =
        scope instanceof TypeExpr named
            ? Optional.of(maker.names.type(named.getType()))
                .filter(t -> !maker.expressions.variables.isVariable(named.toString()))
            : maker.expressions.variables.type(scope);
    if (name.equals("new")) {
      created(owner.orElse(JType.UNKNOWN), type, method);
      return;
    }
    if (owner.isPresent()) {
      named(owner.get(), name, type, method);
      return;
    }
    JType receiver =
        scope instanceof TypeExpr variable
            ? maker.expressions.variables.load(variable.toString())
            : maker.expressions.value(scope, null);
    Optional<ClassType.Method> found = fitting(receiver, name, method.parameters().size());
    boolean ofInterface = isInterface(receiver);
    String descriptor =
        found
            .map(ClassType.Method::descriptor)
            .orElseGet(() -> erased(method, method.parameters()));
    returned = found.map(ClassType.Method::returns).orElse(JType.UNKNOWN);
    int tag = ofInterface ? Opcodes.H_INVOKEINTERFACE : Opcodes.H_INVOKEVIRTUAL;
    Handle handle = new Handle(tag, receiver.internal(), name, descriptor, ofInterface);
    dynamic(handle, type, method, List.of(receiver));
  }

  private static String erased(ClassType.Method method, List<JType> parameters) {
    JType returns = method.returns().bound();
    return ClassType.descriptor(parameters, returns);
  }

  private Optional<ClassType.Method> fitting(JType owner, String name, int parameters) {
    return maker.world().methods(owner, name).stream()
        .filter(each -> each.parameters().size() == parameters)
        .findFirst();
  }

  private boolean isInterface(JType type) {
    return maker.world().find(type.bound().name()).map(ClassType::isInterface).orElse(false);
  }

  /** {@code Type::name}: a static method, or one of its first argument. */
  private void named(JType owner, String name, JType type, ClassType.Method method) {
    int count = method.parameters().size();
    List<JType> taken = method.parameters();
    Optional<ClassType.Method> inStatic =
        fitting(owner, name, count).filter(ClassType.Method::isStatic);
    Optional<ClassType.Method> ofFirst =
        fitting(owner, name, count - 1).filter(each -> !each.isStatic());
    boolean guessStatic = ofFirst.isEmpty() && (inStatic.isPresent() || count == 0);
    boolean ofInterface = isInterface(owner);
    if (guessStatic || (inStatic.isPresent() && ofFirst.isEmpty())) {
      String descriptor =
          inStatic.map(ClassType.Method::descriptor).orElseGet(() -> erased(method, taken));
      returned = inStatic.map(ClassType.Method::returns).orElse(JType.UNKNOWN);
      dynamic(
          new Handle(Opcodes.H_INVOKESTATIC, owner.internal(), name, descriptor, ofInterface),
          type,
          method,
          List.of());
      return;
    }
    List<JType> rest = taken.isEmpty() ? taken : taken.subList(1, taken.size());
    String descriptor =
        ofFirst.map(ClassType.Method::descriptor).orElseGet(() -> erased(method, rest));
    returned = ofFirst.map(ClassType.Method::returns).orElse(JType.UNKNOWN);
    int tag = ofInterface ? Opcodes.H_INVOKEINTERFACE : Opcodes.H_INVOKEVIRTUAL;
    Handle handle = new Handle(tag, owner.internal(), name, descriptor, ofInterface);
    dynamic(handle, type, method, List.of());
  }

  private void created(JType owner, JType type, ClassType.Method method) {
    returned = owner;
    String descriptor =
        fitting(owner, "<init>", method.parameters().size())
            .map(ClassType.Method::descriptor)
            .orElseGet(() -> ClassType.descriptor(method.parameters(), JType.VOID));
    Handle handle =
        new Handle(Opcodes.H_NEWINVOKESPECIAL, owner.internal(), "<init>", descriptor, false);
    dynamic(handle, type, method, List.of());
  }

  private void dynamic(Handle body, JType type, ClassType.Method method, List<JType> taken) {
    Type erased = Type.getMethodType(method.descriptor());
    maker.emit(
        new InvokeDynamicInsnNode(
            method.name(), ClassType.descriptor(taken, type), FACTORY, erased, body, erased));
  }
}
