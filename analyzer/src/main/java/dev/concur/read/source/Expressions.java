package dev.concur.read.source;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Writes expressions; each leaves its value on the stack and tells its type. */
final class Expressions {

  private static final int LONGEST_TEXT = 20_000;

  private final MethodMaker maker;
  final Conditions conditions;
  final Variables variables;
  final Calls calls;
  private final Operators operators;
  private final Lambdas lambdas;

  Expressions(MethodMaker maker) {
    this.maker = maker;
    this.conditions = new Conditions(maker);
    this.variables = new Variables(maker);
    this.lambdas = new Lambdas(maker);
    this.calls = new Calls(maker, lambdas);
    this.operators = new Operators(maker);
  }

  /** Evaluates for its effects; tells the type of what is left on the stack, perhaps void. */
  JType effect(Expression expression) {
    Expression plain = bare(expression);
    if (plain instanceof AssignExpr assignment) {
      return operators.assign(assignment, false);
    }
    if (plain instanceof UnaryExpr unary) {
      return operators.unary(unary, false);
    }
    return plain instanceof MethodCallExpr call
        ? calls.write(call, JType.VOID)
        : write(plain, null);
  }

  /** An initialiser, which may be an array's. */
  JType initialiser(Expression given, @Nullable JType wanted) {
    if (given instanceof ArrayInitializerExpr elements) {
      JType type = wanted == null || !wanted.isArray() ? JType.OBJECT.array(1) : wanted;
      array(elements, type);
      return type;
    }
    return write(given, wanted);
  }

  /** Evaluates; what is wanted helps where an expression cannot tell its type alone. */
  JType write(Expression expression, @Nullable JType wanted) {
    Expression plain = bare(expression);
    if (plain instanceof LiteralExpr literal) {
      return literal(literal);
    }
    if (plain instanceof NameExpr name) {
      return variables.load(name.getNameAsString());
    }
    if (plain instanceof FieldAccessExpr access) {
      return variables.load(access);
    }
    if (plain instanceof MethodCallExpr call) {
      return calls.write(call, wanted);
    }
    if (plain instanceof ObjectCreationExpr creation) {
      return calls.write(creation, wanted);
    }
    if (plain instanceof LambdaExpr || plain instanceof MethodReferenceExpr) {
      return lambdas.write(plain, wanted == null ? JType.UNKNOWN : wanted);
    }
    if (plain instanceof AssignExpr assignment) {
      return operators.assign(assignment, true);
    }
    if (plain instanceof UnaryExpr unary) {
      return operators.unary(unary, true);
    }
    if (plain instanceof BinaryExpr binary) {
      return operators.binary(binary);
    }
    return rarer(plain, wanted);
  }

  private JType rarer(Expression plain, @Nullable JType wanted) {
    if (plain instanceof ThisExpr self) {
      return variables.self(self);
    }
    if (plain instanceof SuperExpr) {
      return variables.self();
    }
    if (plain instanceof ConditionalExpr choice) {
      return choice(choice, wanted);
    }
    if (plain instanceof CastExpr cast) {
      return cast(cast);
    }
    if (plain instanceof InstanceOfExpr) {
      return conditions.value(plain);
    }
    if (plain instanceof ArrayAccessExpr access) {
      JType array = element(access);
      maker.emit(array.element().opcode(Opcodes.IALOAD));
      return array.element();
    }
    if (plain instanceof ArrayCreationExpr creation) {
      return creation(creation);
    }
    if (plain instanceof ClassExpr literal) {
      JType type = maker.names.type(literal.getType());
      maker.constant(Type.getType(type.descriptor()));
      return JType.of("java.lang.Class", List.of(type.boxed()));
    }
    if (plain instanceof SwitchExpr choice) {
      return maker.statements.switches.write(choice, wanted);
    }
    if (plain instanceof VariableDeclarationExpr declared) {
      maker.statements.run(declared);
      return JType.VOID;
    }
    maker.emit(Opcodes.ACONST_NULL);
    return JType.UNKNOWN;
  }

  private static Expression bare(Expression expression) {
    Expression at = expression;
    while (at instanceof EnclosedExpr enclosed) {
      at = enclosed.getInner();
    }
    return at;
  }

  /** An expression in whose place a value is due: what leaves nothing leaves null. */
  JType value(Expression expression, @Nullable JType wanted) {
    JType type = write(expression, wanted);
    if (type.isVoid()) {
      maker.emit(Opcodes.ACONST_NULL);
      return JType.UNKNOWN;
    }
    return type;
  }

  private JType literal(LiteralExpr literal) {
    if (literal instanceof TextBlockLiteralExpr text) {
      return text(text.asString());
    }
    if (literal instanceof StringLiteralExpr text) {
      return text(text.asString());
    }
    if (literal instanceof BooleanLiteralExpr truth) {
      maker.emit(truth.getValue() ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
      return JType.BOOLEAN;
    }
    if (literal instanceof CharLiteralExpr character) {
      maker.emit(new IntInsnNode(Opcodes.SIPUSH, (short) character.asChar()));
      return JType.of("char");
    }
    if (literal instanceof IntegerLiteralExpr number) {
      maker.constant(number.asNumber().intValue());
      return JType.INT;
    }
    if (literal instanceof LongLiteralExpr number) {
      maker.constant(number.asNumber().longValue());
      return JType.LONG;
    }
    if (literal instanceof DoubleLiteralExpr number) {
      boolean single =
          number.getValue().toLowerCase(java.util.Locale.ROOT).endsWith("f")
              && !number.getValue().startsWith("0x");
      maker.constant(single ? (Object) (float) number.asDouble() : (Object) number.asDouble());
      return single ? JType.of("float") : JType.DOUBLE;
    }
    maker.emit(Opcodes.ACONST_NULL);
    return JType.NULL;
  }

  private JType text(String text) {
    // A constant of a class file takes 65,535 bytes, and no longer one is any use to us.
    maker.constant(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
    return JType.STRING;
  }

  private JType choice(ConditionalExpr choice, @Nullable JType wanted) {
    MethodMaker.Aside left = maker.aside(() -> value(choice.getThenExpr(), wanted));
    MethodMaker.Aside right = maker.aside(() -> value(choice.getElseExpr(), wanted));
    JType type = either(left.type(), right.type());
    LabelNode otherwise = new LabelNode();
    LabelNode end = new LabelNode();
    conditions.jumpUnless(choice.getCondition(), otherwise);
    maker.place(left);
    maker.coerce(left.type(), type);
    maker.jump(Opcodes.GOTO, end);
    maker.label(otherwise);
    maker.place(right);
    maker.coerce(right.type(), type);
    maker.label(end);
    return type;
  }

  private static JType either(JType left, JType right) {
    if (left.unboxed().isNumber() && right.unboxed().isNumber() && !left.is(right)) {
      return left.promoted(right);
    }
    if (left.isUnknown() || right.isUnknown()) {
      return left.isUnknown() ? right.boxed() : left.boxed();
    }
    return left.isPrimitive() != right.isPrimitive() ? left.boxed() : left;
  }

  private JType cast(CastExpr cast) {
    JType to = maker.names.type(cast.getType());
    JType from = value(cast.getExpression(), to);
    if (!to.isPrimitive() && !from.isPrimitive()) {
      maker.cast(to);
    }
    maker.coerce(from, to);
    return to;
  }

  /** Leaves array and index on the stack; tells the type of the array. */
  JType element(ArrayAccessExpr access) {
    JType array = value(access.getName(), null);
    maker.coerce(value(access.getIndex(), JType.INT), JType.INT);
    return array.isArray() ? array : JType.OBJECT.array(1);
  }

  private JType creation(ArrayCreationExpr creation) {
    JType type = maker.names.type(creation.createdType());
    Optional<ArrayInitializerExpr> given = creation.getInitializer();
    if (given.isPresent()) {
      array(given.get(), type);
      return type;
    }
    int sizes = 0;
    for (var level : creation.getLevels()) {
      if (level.getDimension().isPresent()) {
        maker.coerce(value(level.getDimension().get(), JType.INT), JType.INT);
        sizes++;
      }
    }
    if (sizes > 1) {
      maker.emit(new org.objectweb.asm.tree.MultiANewArrayInsnNode(type.descriptor(), sizes));
    } else {
      fresh(type.element());
    }
    return type;
  }

  /** Makes an array of what is on the stack in length. */
  void fresh(JType element) {
    int kind =
        switch (element.descriptor()) {
          case "Z" -> Opcodes.T_BOOLEAN;
          case "C" -> Opcodes.T_CHAR;
          case "F" -> Opcodes.T_FLOAT;
          case "D" -> Opcodes.T_DOUBLE;
          case "B" -> Opcodes.T_BYTE;
          case "S" -> Opcodes.T_SHORT;
          case "I" -> Opcodes.T_INT;
          case "J" -> Opcodes.T_LONG;
          default -> 0;
        };
    maker.emit(
        kind == 0
            ? new TypeInsnNode(Opcodes.ANEWARRAY, element.internal())
            : new IntInsnNode(Opcodes.NEWARRAY, kind));
  }

  private void array(ArrayInitializerExpr elements, JType type) {
    maker.constant(elements.getValues().size());
    fresh(type.element());
    for (int i = 0; i < elements.getValues().size(); i++) {
      maker.emit(Opcodes.DUP);
      maker.constant(i);
      JType given = initialiser(elements.getValues().get(i), type.element());
      maker.coerce(given, type.element());
      maker.emit(type.element().opcode(Opcodes.IASTORE));
    }
  }

  /** The body of a lambda that is an expression. */
  void returned(Expression expression) {
    if (maker.returns.isVoid()) {
      maker.statements.run(expression);
    } else {
      maker.statements.leave(expression);
    }
  }
}
