package dev.concur.read.edit;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.List;
import java.util.Set;

/** {@code Executors.newFixedThreadPool(8)} becomes {@code newVirtualThreadPerTaskExecutor()}. */
final class PoolEdit {

  private static final Set<String> POOLS =
      Set.of("newFixedThreadPool", "newCachedThreadPool", "newWorkStealingPool");

  // What else a pool may be kept as has methods that the other executor lacks.
  private static final Set<String> KEPT_AS = Set.of("ExecutorService", "Executor", "var");

  private PoolEdit() {}

  static List<Edit> of(Source source, int line) {
    List<MethodCallExpr> made = made(source, line);
    return made.size() == 1 && fits(made.get(0))
        ? List.of(Edit.replace(range(made.get(0)), "newVirtualThreadPerTaskExecutor()"))
        : List.of();
  }

  /** {@code Executors.newFixedThreadPool(64)} gets another number of threads. */
  static List<Edit> sized(Source source, int line, String threads) {
    List<MethodCallExpr> made = made(source, line);
    return made.size() == 1 && made.get(0).getNameAsString().equals("newFixedThreadPool")
        ? List.of(Edit.replace(made.get(0).getArgument(0).getRange().orElseThrow(), threads))
        : List.of();
  }

  private static List<MethodCallExpr> made(Source source, int line) {
    return source
        .unit()
        .findAll(MethodCallExpr.class, call -> onLine(call, line) && makesPool(call));
  }

  private static boolean onLine(MethodCallExpr call, int line) {
    return call.getName().getRange().filter(range -> range.begin.line == line).isPresent();
  }

  private static boolean makesPool(MethodCallExpr call) {
    boolean ofExecutors =
        call.getScope().filter(scope -> scope.toString().endsWith("Executors")).isPresent();
    return ofExecutors && POOLS.contains(call.getNameAsString());
  }

  private static boolean fits(MethodCallExpr call) {
    return call.getParentNode()
        .map(
            parent ->
                !(parent instanceof VariableDeclarator kept)
                    || KEPT_AS.contains(kept.getTypeAsString()))
        .orElse(false);
  }

  /** From the name of the method to the end of its arguments. */
  private static com.github.javaparser.Range range(MethodCallExpr call) {
    return call.getName().getRange().orElseThrow().withEnd(call.getEnd().orElseThrow());
  }
}
