package dev.concur.read.edit;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A call that begins or ends a synchronized block moves in front of it or behind it. It may use
 * locals, parameters and final fields; what the block makes or guards it may not.
 */
final class CallOutEdit {

  private CallOutEdit() {}

  static List<Edit> of(Source source, int line) {
    return source.unit().findAll(SynchronizedStmt.class).stream()
        .flatMap(block -> moved(source, block, line).stream())
        .findFirst()
        .orElse(List.of());
  }

  private static Optional<List<Edit>> moved(Source source, SynchronizedStmt block, int line) {
    NodeList<Statement> inside = block.getBody().getStatements();
    if (inside.size() < 2 || !(block.getParentNode().orElse(null) instanceof BlockStmt)) {
      return Optional.empty();
    }
    Statement first = inside.get(0);
    Statement last = inside.get(inside.size() - 1);
    if (on(first, line) && calls(first) && stands(source, first) && freeName(block, first)) {
      return Optional.of(before(source, block, first));
    }
    return on(last, line) && calls(last) && !declares(last) && standsBehind(source, block, last)
        ? Optional.of(behind(source, block, last))
        : Optional.empty();
  }

  private static boolean on(Statement statement, int line) {
    Range range = statement.getRange().orElseThrow();
    return range.begin.line <= line && line <= range.end.line;
  }

  private static boolean calls(Statement statement) {
    return statement instanceof ExpressionStmt step
        && (step.getExpression() instanceof MethodCallExpr || declares(step) || assigns(step));
  }

  private static boolean declares(Statement statement) {
    return statement instanceof ExpressionStmt step
        && step.getExpression() instanceof VariableDeclarationExpr declared
        && declared.getVariables().size() == 1
        && declared.getVariable(0).getInitializer().isPresent();
  }

  private static boolean assigns(ExpressionStmt step) {
    return step.getExpression() instanceof AssignExpr assign
        && assign.getTarget() instanceof NameExpr;
  }

  /** Whether it needs nothing that the lock guards: no field that changes, and not {@code this}. */
  private static boolean stands(Source source, Statement statement) {
    Set<String> changing =
        source.unit().findAll(FieldDeclaration.class).stream()
            .filter(field -> !field.isFinal())
            .flatMap(field -> field.getVariables().stream())
            .map(VariableDeclarator::getNameAsString)
            .collect(Collectors.toSet());
    return statement.findAll(ThisExpr.class).isEmpty()
        && statement.findAll(NameExpr.class).stream()
            .noneMatch(each -> changing.contains(each.getNameAsString()));
  }

  private static boolean standsBehind(Source source, SynchronizedStmt block, Statement last) {
    Set<String> made =
        block.getBody().findAll(VariableDeclarator.class).stream()
            .map(VariableDeclarator::getNameAsString)
            .collect(Collectors.toCollection(TreeSet::new));
    return stands(source, last)
        && last.findAll(NameExpr.class).stream()
            .noneMatch(each -> made.contains(each.getNameAsString()));
  }

  /** Whether what it declares is declared nowhere else in the method. */
  private static boolean freeName(SynchronizedStmt block, Statement first) {
    Optional<String> name =
        first.findFirst(VariableDeclarator.class).map(VariableDeclarator::getNameAsString);
    Optional<CallableDeclaration<?>> method = callable(block);
    return name.isEmpty()
        || method
            .map(
                in ->
                    in.findAll(VariableDeclarator.class).stream()
                            .filter(each -> each.getNameAsString().equals(name.get()))
                            .count()
                        == 1)
            .orElse(false);
  }

  private static List<Edit> before(Source source, SynchronizedStmt block, Statement first) {
    Range at = block.getRange().orElseThrow();
    String indent = " ".repeat(at.begin.column - 1);
    return List.of(Edit.insert(at.begin, first + "\n" + indent), gone(source, first));
  }

  private static List<Edit> behind(Source source, SynchronizedStmt block, Statement last) {
    Range at = block.getRange().orElseThrow();
    String indent = " ".repeat(at.begin.column - 1);
    return List.of(gone(source, last), Edit.insert(at.end.right(1), "\n" + indent + last));
  }

  /** With its line, when it has one to itself. */
  private static Edit gone(Source source, Statement statement) {
    Range range = statement.getRange().orElseThrow();
    String head = source.lines().get(range.begin.line - 1).substring(0, range.begin.column - 1);
    String tail = source.lines().get(range.end.line - 1).substring(range.end.column);
    return head.isBlank() && tail.isBlank()
        ? new Edit(range.begin.line, 1, range.end.line + 1, 1, "")
        : Edit.replace(range, "");
  }

  private static Optional<CallableDeclaration<?>> callable(Node node) {
    return node.getParentNode()
        .flatMap(
            parent ->
                parent instanceof CallableDeclaration<?> found
                    ? Optional.of(found)
                    : callable(parent));
  }
}
