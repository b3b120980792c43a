package dev.concur.read.source;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Writes what has to be left in order: try, catch, finally, resources, synchronized. */
final class Tries {

  private final MethodMaker maker;
  private final Exits exits;

  Tries(MethodMaker maker, Exits exits) {
    this.maker = maker;
    this.exits = exits;
  }

  void write(SynchronizedStmt held) {
    JType type = maker.expressions.write(held.getExpression(), null);
    Locals.Local lock = maker.locals.unnamed(type.isPrimitive() ? JType.OBJECT : type);
    maker.emit(Opcodes.DUP);
    maker.store(lock);
    maker.emit(Opcodes.MONITORENTER);
    cleaned(
        () -> maker.statement(held.getBody()),
        () -> {
          maker.load(lock);
          maker.emit(Opcodes.MONITOREXIT);
        });
  }

  void write(TryStmt statement) {
    if (statement.getFinallyBlock().isEmpty()) {
      caught(statement);
      return;
    }
    BlockStmt last = statement.getFinallyBlock().get();
    cleaned(() -> caught(statement), () -> maker.statement(last));
  }

  private void caught(TryStmt statement) {
    if (statement.getCatchClauses().isEmpty()) {
      resources(statement, 0);
      return;
    }
    LabelNode end = new LabelNode();
    LabelNode from = maker.here();
    resources(statement, 0);
    maker.emit(Opcodes.NOP);
    LabelNode to = maker.here();
    maker.jump(Opcodes.GOTO, end);
    for (CatchClause each : statement.getCatchClauses()) {
      LabelNode handler = maker.label(new LabelNode());
      for (Type type : types(each.getParameter().getType())) {
        String caught = maker.names.type(type).internal();
        maker.made.tryCatchBlocks.add(new TryCatchBlockNode(from, to, handler, caught));
      }
      maker.line(each);
      maker.statements.scoped(
          () -> {
            JType type = maker.names.type(each.getParameter().getType());
            maker.store(maker.locals.add(each.getParameter().getNameAsString(), type));
            maker.statement(each.getBody());
          });
      maker.jump(Opcodes.GOTO, end);
    }
    maker.label(end);
  }

  private static List<Type> types(Type declared) {
    return declared instanceof UnionType union
        ? new ArrayList<>(union.getElements())
        : List.of(declared);
  }

  private void resources(TryStmt statement, int index) {
    if (index == statement.getResources().size()) {
      maker.statement(statement.getTryBlock());
      return;
    }
    Expression resource = statement.getResources().get(index);
    maker.statements.scoped(
        () -> {
          Locals.Local local = resource(resource);
          cleaned(() -> resources(statement, index + 1), () -> close(local));
        });
  }

  private Locals.Local resource(Expression resource) {
    if (resource instanceof VariableDeclarationExpr declared) {
      maker.statements.run(declared);
      return maker.locals.find(declared.getVariable(0).getNameAsString()).orElseThrow();
    }
    JType type = maker.expressions.write(resource, null);
    Locals.Local local = maker.locals.unnamed(type);
    maker.store(local);
    return local;
  }

  private void close(Locals.Local resource) {
    JType type =
        resource.type().isUnknown() ? JType.of("java.lang.AutoCloseable") : resource.type();
    boolean ofInterface =
        maker.world().find(type.bound().name()).map(ClassType::isInterface).orElse(false);
    maker.load(resource);
    maker.call(
        ofInterface ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL,
        type.internal(),
        "close",
        "()V",
        ofInterface);
  }

  /** Runs the cleaning however the inside is left, its own code not protected by itself. */
  private void cleaned(Runnable inside, Runnable cleaning) {
    Exits.Cleanup cleanup = new Exits.Cleanup(cleaning, new ArrayList<>());
    exits.enter(cleanup);
    LabelNode from = maker.here();
    inside.run();
    maker.emit(Opcodes.NOP);
    LabelNode to = maker.here();
    exits.leave();
    cleaning.run();
    LabelNode end = new LabelNode();
    maker.jump(Opcodes.GOTO, end);
    LabelNode handler = maker.label(new LabelNode());
    Locals.Local failure = maker.locals.unnamed(JType.THROWABLE);
    maker.store(failure);
    cleaning.run();
    maker.load(failure);
    maker.emit(Opcodes.ATHROW);
    maker.label(end);
    protect(from, to, cleanup.gaps(), handler, null);
  }

  private void protect(
      LabelNode from,
      LabelNode to,
      List<LabelNode[]> gaps,
      LabelNode handler,
      @Nullable String caught) {
    LabelNode start = from;
    for (LabelNode[] gap : gaps) {
      maker.made.tryCatchBlocks.add(new TryCatchBlockNode(start, gap[0], handler, caught));
      start = gap[1];
    }
    maker.made.tryCatchBlocks.add(new TryCatchBlockNode(start, to, handler, caught));
  }
}
