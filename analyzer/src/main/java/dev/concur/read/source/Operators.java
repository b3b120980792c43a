package dev.concur.read.source;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** Writes arithmetic, joined texts and assignments. */
final class Operators {

  private static final Handle JOIN =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          "java/lang/invoke/StringConcatFactory",
          "makeConcatWithConstants",
          "()Ljava/lang/invoke/CallSite;",
          false);
  private static final int MOST_JOINED = 100;
  private static final Integer MINUS_ONE = -1;
  private static final Long MINUS_ONE_LONG = -1L;

  private final MethodMaker maker;

  Operators(MethodMaker maker) {
    this.maker = maker;
  }

  JType binary(BinaryExpr binary) {
    if (opcode(binary.getOperator()) == 0) {
      return maker.expressions.conditions.value(binary);
    }
    List<Expression> operands = new ArrayList<>();
    flatten(binary, binary.getOperator(), operands);
    List<MethodMaker.Aside> written = new ArrayList<>();
    for (Expression each : operands) {
      written.add(maker.aside(() -> maker.expressions.value(each, null)));
    }
    boolean adds = binary.getOperator() == BinaryExpr.Operator.PLUS;
    boolean text = written.stream().anyMatch(each -> each.type().is(JType.STRING));
    boolean odd = written.stream().anyMatch(each -> !each.type().unboxed().isPrimitive());
    if (adds && (text || odd)) {
      return joined(written);
    }
    JType sum = written.get(0).type().unboxed();
    for (int i = 1; i < written.size(); i++) {
      MethodMaker.Aside right = written.get(i);
      JType type = result(binary.getOperator(), sum, right.type());
      if (i == 1) {
        maker.place(written.get(0));
        maker.coerce(written.get(0).type(), type);
      } else {
        maker.coerce(sum, type);
      }
      maker.place(right);
      maker.coerce(right.type(), shifts(binary.getOperator()) ? JType.INT : type);
      operate(binary.getOperator(), type);
      sum = type;
    }
    return sum;
  }

  /** Operands of a chain of the same operator; long chains would overflow the stack otherwise. */
  private static void flatten(Expression at, BinaryExpr.Operator operator, List<Expression> into) {
    Expression left = at;
    List<Expression> reversed = new ArrayList<>();
    while (left instanceof BinaryExpr binary && binary.getOperator() == operator) {
      reversed.add(binary.getRight());
      left = binary.getLeft();
    }
    into.add(left);
    for (int i = reversed.size() - 1; i >= 0; i--) {
      into.add(reversed.get(i));
    }
  }

  private JType joined(List<MethodMaker.Aside> parts) {
    StringBuilder descriptor = new StringBuilder("(");
    int count = 0;
    for (MethodMaker.Aside each : parts) {
      if (count++ == MOST_JOINED) {
        maker.emit(
            new InvokeDynamicInsnNode(JOIN.getName(), descriptor + ")Ljava/lang/String;", JOIN));
        descriptor = new StringBuilder("(Ljava/lang/String;");
        count = 1;
      }
      maker.place(each);
      descriptor.append(each.type().descriptor());
    }
    maker.emit(new InvokeDynamicInsnNode(JOIN.getName(), descriptor + ")Ljava/lang/String;", JOIN));
    return JType.STRING;
  }

  private static boolean shifts(BinaryExpr.Operator operator) {
    return operator == BinaryExpr.Operator.LEFT_SHIFT
        || operator == BinaryExpr.Operator.SIGNED_RIGHT_SHIFT
        || operator == BinaryExpr.Operator.UNSIGNED_RIGHT_SHIFT;
  }

  private static JType result(BinaryExpr.Operator operator, JType left, JType right) {
    if (left.unboxed().is(JType.BOOLEAN) || right.unboxed().is(JType.BOOLEAN)) {
      return JType.BOOLEAN;
    }
    return shifts(operator) ? left.unboxed().promoted(JType.INT) : left.promoted(right);
  }

  private void operate(BinaryExpr.Operator operator, JType type) {
    maker.emit(type.opcode(opcode(operator)));
  }

  private static int opcode(BinaryExpr.Operator operator) {
    return switch (operator) {
      case PLUS -> Opcodes.IADD;
      case MINUS -> Opcodes.ISUB;
      case MULTIPLY -> Opcodes.IMUL;
      case DIVIDE -> Opcodes.IDIV;
      case REMAINDER -> Opcodes.IREM;
      case LEFT_SHIFT -> Opcodes.ISHL;
      case SIGNED_RIGHT_SHIFT -> Opcodes.ISHR;
      case UNSIGNED_RIGHT_SHIFT -> Opcodes.IUSHR;
      case BINARY_AND -> Opcodes.IAND;
      case BINARY_OR -> Opcodes.IOR;
      case XOR -> Opcodes.IXOR;
      default -> 0;
    };
  }

  JType unary(UnaryExpr unary, boolean wanted) {
    UnaryExpr.Operator operator = unary.getOperator();
    if (operator == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
      return maker.expressions.conditions.value(unary);
    }
    if (operator.isPostfix()
        || operator == UnaryExpr.Operator.PREFIX_INCREMENT
        || operator == UnaryExpr.Operator.PREFIX_DECREMENT) {
      return step(unary, wanted);
    }
    JType type = maker.expressions.value(unary.getExpression(), null);
    JType number = type.promoted(JType.INT);
    maker.coerce(type, number);
    if (operator == UnaryExpr.Operator.MINUS) {
      maker.emit(number.opcode(Opcodes.INEG));
    } else if (operator == UnaryExpr.Operator.BITWISE_COMPLEMENT) {
      maker.constant(number.size() == 2 ? (Object) MINUS_ONE_LONG : (Object) MINUS_ONE);
      maker.emit(number.opcode(Opcodes.IXOR));
    }
    return number;
  }

  private JType step(UnaryExpr unary, boolean wanted) {
    UnaryExpr.Operator operator = unary.getOperator();
    boolean up =
        operator == UnaryExpr.Operator.POSTFIX_INCREMENT
            || operator == UnaryExpr.Operator.PREFIX_INCREMENT;
    if (unary.getExpression() instanceof NameExpr name) {
      Optional<Locals.Local> local = maker.locals.find(name.getNameAsString());
      if (local.isPresent() && local.get().type().is(JType.INT)) {
        if (wanted && operator.isPostfix()) {
          maker.load(local.get());
        }
        maker.emit(new IincInsnNode(local.get().index(), up ? 1 : -1));
        if (wanted && !operator.isPostfix()) {
          maker.load(local.get());
        }
        return wanted ? JType.INT : JType.VOID;
      }
    }
    JType[] old = {JType.UNKNOWN};
    return store(
        unary.getExpression(),
        old,
        wanted,
        type -> {
          JType number = type.promoted(JType.INT);
          maker.coerce(type, number);
          maker.constant(1);
          maker.coerce(JType.INT, number);
          maker.emit(number.opcode(up ? Opcodes.IADD : Opcodes.ISUB));
          return number;
        });
  }

  JType assign(AssignExpr assignment, boolean wanted) {
    Optional<BinaryExpr.Operator> operator = assignment.getOperator().toBinaryOperator();
    Expression value = assignment.getValue();
    if (operator.isEmpty()) {
      return store(
          assignment.getTarget(), null, wanted, type -> maker.expressions.initialiser(value, type));
    }
    return store(
        assignment.getTarget(), new JType[1], wanted, type -> changed(operator.get(), type, value));
  }

  /** Changes what is on the stack by an operator and one more value. */
  private JType changed(BinaryExpr.Operator operator, JType type, Expression value) {
    MethodMaker.Aside right = maker.aside(() -> maker.expressions.value(value, null));
    boolean text = !type.unboxed().isPrimitive() || right.type().is(JType.STRING);
    if (operator == BinaryExpr.Operator.PLUS && text) {
      maker.place(right);
      String descriptor =
          "(" + type.descriptor() + right.type().descriptor() + ")Ljava/lang/String;";
      maker.emit(new InvokeDynamicInsnNode(JOIN.getName(), descriptor, JOIN));
      return JType.STRING;
    }
    JType result = result(operator, type, right.type());
    maker.coerce(type, result);
    maker.place(right);
    maker.coerce(right.type(), shifts(operator) ? JType.INT : result);
    operate(operator, result);
    return result;
  }

  /**
   * Stores a value where an expression says.
   *
   * @param old not null when the old value goes onto the stack first
   * @param value writes the new value, given the type of the place; tells the type it has
   */
  private JType store(
      Expression target, JType @Nullable [] old, boolean wanted, Function<JType, JType> value) {
    Expression place = target;
    while (place instanceof EnclosedExpr enclosed) {
      place = enclosed.getInner();
    }
    if (place instanceof ArrayAccessExpr access) {
      JType array = maker.expressions.element(access);
      if (old != null) {
        maker.emit(Opcodes.DUP2);
        maker.emit(array.element().opcode(Opcodes.IALOAD));
      }
      maker.coerce(value.apply(array.element()), array.element());
      keep(array.element(), wanted, 2);
      maker.emit(array.element().opcode(Opcodes.IASTORE));
      return wanted ? array.element() : JType.VOID;
    }
    if (place instanceof NameExpr name) {
      Optional<Locals.Local> local = maker.locals.find(name.getNameAsString());
      if (local.isPresent()) {
        if (old != null) {
          maker.load(local.get());
        }
        maker.coerce(value.apply(local.get().type()), local.get().type());
        keep(local.get().type(), wanted, 0);
        maker.store(local.get());
        return wanted ? local.get().type() : JType.VOID;
      }
    }
    return storeField(place, old, wanted, value);
  }

  private JType storeField(
      Expression place, JType @Nullable [] old, boolean wanted, Function<JType, JType> value) {
    Variables variables = maker.expressions.variables;
    Optional<ClassType.Field> found = Optional.empty();
    if (place instanceof NameExpr name) {
      Optional<Variables.Reached> reached = variables.field(name.getNameAsString());
      found = reached.map(Variables.Reached::field);
      reached
          .filter(each -> !each.field().isStatic())
          .ifPresent(each -> variables.instance(each.holder()));
    } else if (place instanceof FieldAccessExpr access) {
      Optional<JType> type = variables.type(access.getScope());
      JType holder =
          type.isPresent() ? type.get() : maker.expressions.value(access.getScope(), null);
      found = maker.world().field(holder, access.getNameAsString());
      if (type.isEmpty() && found.map(ClassType.Field::isStatic).orElse(true)) {
        maker.drop(holder);
      }
    }
    if (found.isEmpty()) {
      // A field of a class that nobody has: the value is all that can be seen.
      if (old != null) {
        maker.emit(Opcodes.ICONST_0);
      }
      JType type = value.apply(old == null ? JType.UNKNOWN : JType.INT);
      return wanted ? type : dropped(type);
    }
    ClassType.Field field = found.get();
    JType owner = JType.of(field.owner());
    if (old != null) {
      if (!field.isStatic()) {
        maker.emit(Opcodes.DUP);
      }
      int read = field.isStatic() ? Opcodes.GETSTATIC : Opcodes.GETFIELD;
      maker.field(read, owner, field.name(), field.erased());
    }
    maker.coerce(value.apply(field.type()), field.type());
    keep(field.type(), wanted, field.isStatic() ? 0 : 1);
    int write = field.isStatic() ? Opcodes.PUTSTATIC : Opcodes.PUTFIELD;
    maker.field(write, owner, field.name(), field.erased());
    return wanted ? field.type() : JType.VOID;
  }

  private JType dropped(JType type) {
    maker.drop(type);
    return JType.VOID;
  }

  /** Keeps a copy of what is on the stack, below so many slots. */
  private void keep(JType type, boolean wanted, int below) {
    if (!wanted) {
      return;
    }
    boolean two = type.size() == 2;
    maker.emit(
        switch (below) {
          case 0 -> two ? Opcodes.DUP2 : Opcodes.DUP;
          case 1 -> two ? Opcodes.DUP2_X1 : Opcodes.DUP_X1;
          default -> two ? Opcodes.DUP2_X2 : Opcodes.DUP_X2;
        });
  }
}
