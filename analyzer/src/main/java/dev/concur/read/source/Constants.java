package dev.concur.read.source;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.Optional;

/** Values of static final fields that a compiler would write where they are used. */
final class Constants {

  private Constants() {}

  /** The value that a field of this type is given; empty when it takes more than arithmetic. */
  static Optional<Object> of(Expression given, JType type) {
    if (given.isStringLiteralExpr() && type.is(JType.STRING)) {
      return Optional.of(given.asStringLiteralExpr().asString());
    }
    if (!type.isNumber()) {
      return Optional.empty();
    }
    return number(given).map(number -> fitted(number, type));
  }

  private static Object fitted(Number number, JType type) {
    return switch (type.name()) {
      case "long" -> (Object) number.longValue();
      case "float" -> (Object) number.floatValue();
      case "double" -> (Object) number.doubleValue();
      default -> (Object) number.intValue();
    };
  }

  private static Optional<Number> number(Expression given) {
    if (given.isIntegerLiteralExpr()) {
      return Optional.of(given.asIntegerLiteralExpr().asNumber());
    }
    if (given.isLongLiteralExpr()) {
      return Optional.of(given.asLongLiteralExpr().asNumber());
    }
    if (given.isDoubleLiteralExpr()) {
      return Optional.of(given.asDoubleLiteralExpr().asDouble());
    }
    if (given.isEnclosedExpr()) {
      return number(given.asEnclosedExpr().getInner());
    }
    if (given instanceof UnaryExpr unary && unary.getOperator() == UnaryExpr.Operator.MINUS) {
      return number(unary.getExpression())
          .map(each -> calculated(BinaryExpr.Operator.MINUS, 0, each));
    }
    if (given instanceof BinaryExpr binary) {
      Optional<Number> left = number(binary.getLeft());
      Optional<Number> right = number(binary.getRight());
      return left.isPresent() && right.isPresent()
          ? Optional.ofNullable(calculated(binary.getOperator(), left.get(), right.get()))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static @org.jspecify.annotations.Nullable Number calculated(
      BinaryExpr.Operator operator, Number left, Number right) {
    if (left instanceof Double || right instanceof Double) {
      double a = left.doubleValue();
      double b = right.doubleValue();
      return switch (operator) {
        case PLUS -> a + b;
        case MINUS -> a - b;
        case MULTIPLY -> a * b;
        case DIVIDE -> a / b;
        default -> null;
      };
    }
    long a = left.longValue();
    long b = right.longValue();
    return switch (operator) {
      case PLUS -> a + b;
      case MINUS -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> b == 0 ? null : a / b;
      case LEFT_SHIFT -> a << b;
      default -> null;
    };
  }
}
