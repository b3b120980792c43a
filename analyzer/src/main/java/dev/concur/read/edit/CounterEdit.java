package dev.concur.read.edit;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A counter under a lock becomes a {@code LongAdder}: each method that touches it consists of one
 * step, so no two steps belong together.
 */
final class CounterEdit {

  private static final String ADDER = "java.util.concurrent.atomic.LongAdder";

  private static final Set<String> NUMBERS = Set.of("long", "int");

  private final Source source;
  private final String name;

  CounterEdit(Source source, String name) {
    this.source = source;
    this.name = name;
  }

  List<Edit> edits() {
    Optional<FieldDeclaration> field = source.privateField(name).filter(this::startsAtZero);
    if (field.isEmpty() || source.hides(name)) {
      return List.of();
    }
    List<Edit> edits = new ArrayList<>(source.importing(ADDER));
    edits.add(declared(field.get()));
    for (Node use : source.uses(name)) {
      List<Edit> step = step(use);
      if (step.isEmpty()) {
        return List.of();
      }
      edits.addAll(step);
    }
    return edits;
  }

  private boolean startsAtZero(FieldDeclaration field) {
    VariableDeclarator variable = field.getVariable(0);
    boolean zero =
        variable.getInitializer().map(Expression::toString).map("0"::equals).orElse(true);
    return zero
        && NUMBERS.contains(variable.getTypeAsString())
        && !field.isFinal()
        && field.getAnnotations().isEmpty();
  }

  private Edit declared(FieldDeclaration field) {
    String shared = field.isStatic() ? "static " : "";
    return Edit.replace(
        field.getRange().orElseThrow(),
        "private " + shared + "final LongAdder " + name + " = new LongAdder();");
  }

  /** The one statement of a synchronized method, without the lock; empty for anything else. */
  private List<Edit> step(Node use) {
    Optional<MethodDeclaration> method = Source.ancestor(use, MethodDeclaration.class);
    Optional<Statement> only =
        method
            .filter(MethodDeclaration::isSynchronized)
            .flatMap(MethodDeclaration::getBody)
            .filter(body -> body.getStatements().size() == 1)
            .map(body -> body.getStatement(0));
    Optional<String> counted = only.flatMap(statement -> counted(statement, use));
    if (counted.isEmpty()) {
      return List.of();
    }
    List<Edit> edits = new ArrayList<>(Source.unsynchronized(method.get()));
    edits.add(Edit.replace(only.get().getRange().orElseThrow(), counted.get()));
    return edits;
  }

  private Optional<String> counted(Statement statement, Node use) {
    if (statement instanceof ReturnStmt given) {
      return given.getExpression().filter(use::equals).map(any -> sum());
    }
    if (!(statement instanceof ExpressionStmt step)) {
      return Optional.empty();
    }
    if (step.getExpression() instanceof UnaryExpr unary && unary.getExpression().equals(use)) {
      return switch (unary.getOperator()) {
        case POSTFIX_INCREMENT, PREFIX_INCREMENT -> Optional.of(use + ".increment();");
        case POSTFIX_DECREMENT, PREFIX_DECREMENT -> Optional.of(use + ".decrement();");
        default -> Optional.empty();
      };
    }
    return step.getExpression() instanceof AssignExpr assign && assign.getTarget().equals(use)
        ? added(assign, use)
        : Optional.empty();
  }

  private Optional<String> added(AssignExpr assign, Node use) {
    boolean other = assign.getValue().findAll(Node.class, n -> n.toString().equals(name)).isEmpty();
    if (!other) {
      return Optional.empty();
    }
    return switch (assign.getOperator()) {
      case PLUS -> Optional.of(use + ".add(" + assign.getValue() + ");");
      case MINUS -> Optional.of(use + ".add(-(" + assign.getValue() + "));");
      default -> Optional.empty();
    };
  }

  private String sum() {
    boolean small =
        source.privateField(name).orElseThrow().getElementType().toString().equals("int");
    return "return " + name + (small ? ".intValue();" : ".sum();");
  }
}
