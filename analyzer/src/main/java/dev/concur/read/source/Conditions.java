package dev.concur.read.source;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Writes tests as jumps, the way a compiler does, so that loops and guards can be told. */
final class Conditions {

  private final MethodMaker maker;

  Conditions(MethodMaker maker) {
    this.maker = maker;
  }

  /** A test whose result is wanted as a value. */
  JType value(Expression test) {
    LabelNode no = new LabelNode();
    LabelNode end = new LabelNode();
    jumpUnless(test, no);
    maker.emit(Opcodes.ICONST_1);
    maker.jump(Opcodes.GOTO, end);
    maker.label(no);
    maker.emit(Opcodes.ICONST_0);
    maker.label(end);
    return JType.BOOLEAN;
  }

  void jumpUnless(Expression test, LabelNode to) {
    jump(test, to, false);
  }

  void jumpIf(Expression test, LabelNode to) {
    jump(test, to, true);
  }

  private void jump(Expression given, LabelNode to, boolean when) {
    Expression test = given;
    boolean wanted = when;
    while (test instanceof EnclosedExpr
        || (test instanceof UnaryExpr not
            && not.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT)) {
      if (test instanceof EnclosedExpr enclosed) {
        test = enclosed.getInner();
      } else {
        test = ((UnaryExpr) test).getExpression();
        wanted = !wanted;
      }
    }
    if (test instanceof BinaryExpr binary && joins(binary, to, wanted)) {
      return;
    }
    if (test instanceof BinaryExpr binary && comparison(binary.getOperator()) != 0) {
      compare(binary, to, wanted);
    } else if (test instanceof InstanceOfExpr question) {
      instance(question, to, wanted);
    } else {
      JType type = maker.expressions.value(test, JType.BOOLEAN);
      maker.coerce(type, JType.BOOLEAN);
      maker.jump(wanted ? Opcodes.IFNE : Opcodes.IFEQ, to);
    }
  }

  /** Writes {@code &&} and {@code ||}; false when it is neither. */
  private boolean joins(BinaryExpr binary, LabelNode to, boolean wanted) {
    boolean and = binary.getOperator() == BinaryExpr.Operator.AND;
    boolean or = binary.getOperator() == BinaryExpr.Operator.OR;
    if (!and && !or) {
      return false;
    }
    if (and == wanted) {
      LabelNode past = new LabelNode();
      jump(binary.getLeft(), past, !wanted);
      jump(binary.getRight(), to, wanted);
      maker.label(past);
    } else {
      jump(binary.getLeft(), to, wanted);
      jump(binary.getRight(), to, wanted);
    }
    return true;
  }

  private static int comparison(BinaryExpr.Operator operator) {
    return switch (operator) {
      case EQUALS -> Opcodes.IFEQ;
      case NOT_EQUALS -> Opcodes.IFNE;
      case LESS -> Opcodes.IFLT;
      case GREATER_EQUALS -> Opcodes.IFGE;
      case GREATER -> Opcodes.IFGT;
      case LESS_EQUALS -> Opcodes.IFLE;
      default -> 0;
    };
  }

  /** The opcodes come in pairs: a test, then its opposite. */
  private static int opposite(int opcode) {
    return ((opcode + 1) ^ 1) - 1;
  }

  private void compare(BinaryExpr binary, LabelNode to, boolean wanted) {
    int test = comparison(binary.getOperator());
    int opcode = wanted ? test : opposite(test);
    MethodMaker.Aside left = maker.aside(() -> maker.expressions.value(binary.getLeft(), null));
    MethodMaker.Aside right = maker.aside(() -> maker.expressions.value(binary.getRight(), null));
    boolean equality = test == Opcodes.IFEQ || test == Opcodes.IFNE;
    boolean numbers = left.type().isPrimitive() || right.type().isPrimitive() || !equality;
    maker.place(left);
    if (!numbers) {
      references(right, binary, opcode, to);
      return;
    }
    boolean truth =
        left.type().unboxed().is(JType.BOOLEAN) || right.type().unboxed().is(JType.BOOLEAN);
    JType type = truth ? JType.BOOLEAN : left.type().promoted(right.type());
    maker.coerce(left.type(), type);
    if (binary.getRight().isIntegerLiteralExpr()
        && type.is(JType.INT)
        && binary.getRight().asIntegerLiteralExpr().getValue().equals("0")) {
      maker.jump(opcode, to);
      return;
    }
    maker.place(right);
    maker.coerce(right.type(), type);
    if (type.size() == 1 && !type.name().equals("float")) {
      maker.jump(opcode - Opcodes.IFEQ + Opcodes.IF_ICMPEQ, to);
      return;
    }
    maker.emit(
        switch (type.name()) {
          case "long" -> Opcodes.LCMP;
          case "float" -> Opcodes.FCMPL;
          default -> Opcodes.DCMPL;
        });
    maker.jump(opcode, to);
  }

  private void references(MethodMaker.Aside right, BinaryExpr binary, int opcode, LabelNode to) {
    if (binary.getRight().isNullLiteralExpr()) {
      maker.jump(opcode == Opcodes.IFEQ ? Opcodes.IFNULL : Opcodes.IFNONNULL, to);
      return;
    }
    maker.place(right);
    maker.jump(opcode == Opcodes.IFEQ ? Opcodes.IF_ACMPEQ : Opcodes.IF_ACMPNE, to);
  }

  private void instance(InstanceOfExpr question, LabelNode to, boolean wanted) {
    JType type = maker.names.type(question.getType());
    JType from = maker.expressions.value(question.getExpression(), null);
    if (question.getPattern().isEmpty()) {
      maker.emit(new TypeInsnNode(Opcodes.INSTANCEOF, type.internal()));
      maker.jump(wanted ? Opcodes.IFNE : Opcodes.IFEQ, to);
      return;
    }
    Locals.Local value = maker.locals.unnamed(from.boxed());
    maker.coerce(from, from.boxed());
    maker.emit(Opcodes.DUP);
    maker.store(value);
    maker.emit(new TypeInsnNode(Opcodes.INSTANCEOF, type.internal()));
    LabelNode no = new LabelNode();
    maker.jump(Opcodes.IFEQ, wanted ? no : to);
    maker.statements.switches.bind(question.getPattern().get(), value);
    if (wanted) {
      maker.jump(Opcodes.GOTO, to);
      maker.label(no);
    }
  }
}
