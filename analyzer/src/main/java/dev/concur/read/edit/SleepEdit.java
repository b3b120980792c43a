package dev.concur.read.edit;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A sleep in a synchronized block or method gives the lock back meanwhile: {@code Thread.sleep(50)}
 * becomes {@code LOCK.wait(50)}, {@code TimeUnit.SECONDS.sleep(5)} becomes {@code
 * TimeUnit.SECONDS.timedWait(LOCK, 5)}.
 *
 * <p>Nobody may notify in the same source, which would end the wait early; no other lock may be
 * held; and nothing that was computed before may be used afterwards, since it may be old by then.
 */
final class SleepEdit {

  /** Whoever notifies would wake the sleeper. */
  private static final Set<String> SIGNALS = Set.of("notify", "notifyAll", "wait");

  /** So much that it never rounds to 0 ms, which would be for ever. */
  private static final Pattern POSITIVE = Pattern.compile("0*[1-9][0-9_]*[lL]?");

  private static final Pattern DURATION =
      Pattern.compile(
          "(java\\.time\\.)?Duration\\.of(Millis|Seconds|Minutes|Hours|Days)\\((.*)\\)");

  private static final Pattern UNIT =
      Pattern.compile(
          "((java\\.util\\.concurrent\\.)?TimeUnit\\.)?(NANO|MICRO|MILLI)?(SECONDS|MINUTES|HOURS|DAYS)");

  private final Source source;
  private final MethodCallExpr sleep;

  private SleepEdit(Source source, MethodCallExpr sleep) {
    this.source = source;
    this.sleep = sleep;
  }

  static List<Edit> of(Source source, int line) {
    List<MethodCallExpr> all =
        source.unit().findAll(MethodCallExpr.class, call -> sleeps(call) && on(call, line));
    boolean signals =
        !source
            .unit()
            .findAll(MethodCallExpr.class, call -> SIGNALS.contains(call.getNameAsString()))
            .isEmpty();
    return all.size() == 1 && !signals
        ? new SleepEdit(source, all.get(0)).edit().map(List::of).orElse(List.of())
        : List.of();
  }

  private static boolean sleeps(MethodCallExpr call) {
    return call.getNameAsString().equals("sleep")
        && call.getScope().isPresent()
        && call.getArguments().size() == 1;
  }

  private static boolean on(MethodCallExpr call, int line) {
    return call.getRange().filter(r -> r.begin.line <= line && line <= r.end.line).isPresent();
  }

  private Optional<Edit> edit() {
    return sleep
        .getParentNode()
        .filter(ExpressionStmt.class::isInstance)
        .map(Statement.class::cast)
        .flatMap(this::held)
        .flatMap(this::waiting)
        .map(text -> Edit.replace(sleep.getRange().orElseThrow(), text));
  }

  /** The lock that is held around the sleep, as it is written; only tries may stand between. */
  private Optional<String> held(Statement step) {
    Node parent = step.getParentNode().orElse(null);
    if (parent instanceof TryStmt tries && step.equals(tries.getTryBlock())) {
      return held(tries);
    }
    if (!(parent instanceof BlockStmt block) || usesLater(block, step)) {
      return Optional.empty();
    }
    Node around = block.getParentNode().orElse(null);
    if (around instanceof TryStmt) {
      return held(block);
    }
    if (around instanceof SynchronizedStmt held && alone(held)) {
      return Optional.of(held.getExpression()).filter(this::stays).map(Expression::toString);
    }
    return around instanceof MethodDeclaration method && method.isSynchronized()
        ? Optional.of(monitor(method))
        : Optional.empty();
  }

  private static String monitor(MethodDeclaration method) {
    return method.isStatic()
        ? Source.ancestor(method, TypeDeclaration.class)
            .map(type -> type.getNameAsString() + ".class")
            .orElse("")
        : "";
  }

  /** Whether what is declared before the sleep is used after it. */
  private static boolean usesLater(BlockStmt block, Statement step) {
    int at = block.getStatements().indexOf(step);
    Set<String> before =
        block.getStatements().subList(0, Math.max(0, at)).stream()
            .flatMap(each -> each.findAll(VariableDeclarator.class).stream())
            .map(VariableDeclarator::getNameAsString)
            .collect(Collectors.toSet());
    return block.getStatements().subList(at + 1, block.getStatements().size()).stream()
        .flatMap(each -> each.findAll(NameExpr.class).stream())
        .anyMatch(name -> before.contains(name.getNameAsString()));
  }

  /** Whether no other lock is held around it, which the wait would not give back. */
  private static boolean alone(SynchronizedStmt held) {
    return Source.ancestor(held, SynchronizedStmt.class).isEmpty()
        && Source.ancestor(held, MethodDeclaration.class)
            .filter(method -> !method.isSynchronized())
            .isPresent();
  }

  /** Whether it is the same object at the sleep: {@code this}, or a name that nobody assigns. */
  private boolean stays(Expression lock) {
    return lock instanceof ThisExpr
        || (lock instanceof NameExpr name
            && source.unit().findAll(AssignExpr.class).stream()
                .noneMatch(assign -> assign.getTarget().toString().equals(name.toString())));
  }

  private Optional<String> waiting(String lock) {
    String scope = sleep.getScope().orElseThrow().toString();
    Expression time = sleep.getArgument(0);
    if (UNIT.matcher(scope).matches()) {
      String on = lock.isEmpty() ? "this" : lock;
      return Optional.of(scope + ".timedWait(" + on + ", " + time + ")");
    }
    if (!scope.equals("Thread") && !scope.equals("java.lang.Thread")) {
      return Optional.empty();
    }
    String on = lock.isEmpty() || lock.equals("this") ? "" : lock + ".";
    return millis(time).map(millis -> on + "wait(" + millis + ")");
  }

  /** Milliseconds that are surely more than none. */
  private Optional<String> millis(Expression time) {
    String text = time.toString();
    if (positive(text)) {
      return Optional.of(text);
    }
    var duration = DURATION.matcher(text);
    return duration.matches() && positive(duration.group(3))
        ? Optional.of(text + ".toMillis()")
        : Optional.empty();
  }

  /** A number above 0, or a constant of this source that is one. */
  private boolean positive(String text) {
    return POSITIVE.matcher(text).matches()
        || source.unit().findAll(FieldDeclaration.class).stream()
            .filter(field -> field.isStatic() && field.isFinal())
            .flatMap(field -> field.getVariables().stream())
            .filter(variable -> variable.getNameAsString().equals(text))
            .flatMap(variable -> variable.getInitializer().stream())
            .anyMatch(value -> POSITIVE.matcher(value.toString()).matches());
  }
}
