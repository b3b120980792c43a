package dev.concur.read.source;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.LabelNode;

/** Writes statements. */
final class Statements {

  private final MethodMaker maker;
  private final Exits exits;
  private final Tries tries;
  final Switches switches;

  Statements(MethodMaker maker) {
    this.maker = maker;
    this.exits = new Exits(maker);
    this.tries = new Tries(maker, exits);
    this.switches = new Switches(maker, exits);
  }

  void write(Statement statement) {
    maker.line(statement);
    if (statement instanceof ExpressionStmt plain) {
      run(plain.getExpression());
    } else if (statement instanceof BlockStmt block) {
      scoped(() -> block.getStatements().forEach(this::write));
    } else if (statement instanceof IfStmt branch) {
      branch(branch);
    } else if (statement instanceof ReturnStmt end) {
      leave(end);
    } else if (statement instanceof ThrowStmt failure) {
      maker.expressions.write(failure.getExpression(), JType.THROWABLE);
      maker.emit(Opcodes.ATHROW);
    } else if (statement instanceof TryStmt protectedBlock) {
      tries.write(protectedBlock);
    } else if (statement instanceof SynchronizedStmt held) {
      tries.write(held);
    } else if (statement instanceof SwitchStmt choice) {
      switches.write(choice);
    } else if (statement instanceof AssertStmt check) {
      run(check.getCheck());
    } else if (statement instanceof ExplicitConstructorInvocationStmt call) {
      maker.expressions.calls.constructor(call);
    } else {
      jumpOrLoop(statement);
    }
  }

  private void jumpOrLoop(Statement statement) {
    if (statement instanceof WhileStmt loop) {
      loop(statement, loop.getCondition(), new NodeList<>(), loop.getBody());
    } else if (statement instanceof ForStmt loop) {
      scoped(
          () -> {
            loop.getInitialization().forEach(this::run);
            Expression check = loop.getCompare().orElse(null);
            loop(loop, check, loop.getUpdate(), loop.getBody());
          });
    } else if (statement instanceof DoStmt loop) {
      repeat(loop);
    } else if (statement instanceof ForEachStmt loop) {
      scoped(() -> each(loop));
    } else if (statement instanceof LabeledStmt labelled) {
      labelled(labelled);
    } else if (statement instanceof BreakStmt jump) {
      jump(jump.getLabel().map(each -> each.asString()), false);
    } else if (statement instanceof ContinueStmt jump) {
      jump(jump.getLabel().map(each -> each.asString()), true);
    } else if (statement instanceof YieldStmt yield) {
      switches.giveBack(yield.getExpression());
    } else if (statement instanceof LocalClassDeclarationStmt local) {
      local(local.getClassDeclaration());
    } else if (statement instanceof LocalRecordDeclarationStmt local) {
      local(local.getRecordDeclaration());
    }
  }

  void scoped(Runnable inside) {
    maker.locals.open();
    Names before = maker.names;
    inside.run();
    maker.names = before;
    maker.locals.close();
  }

  /** Evaluates for its effects only. */
  void run(Expression expression) {
    if (expression instanceof VariableDeclarationExpr declared) {
      declared.getVariables().forEach(this::declare);
    } else {
      maker.drop(maker.expressions.effect(expression));
    }
  }

  private void declare(VariableDeclarator variable) {
    Optional<Expression> given = variable.getInitializer();
    boolean inferred = variable.getType().isVarType();
    JType declared = inferred ? JType.UNKNOWN : maker.names.type(variable.getType());
    if (given.isEmpty()) {
      maker.locals.add(variable.getNameAsString(), declared);
      return;
    }
    JType type = maker.expressions.initialiser(given.get(), inferred ? null : declared);
    JType kept = inferred ? type : declared;
    maker.coerce(type, kept);
    maker.store(maker.locals.add(variable.getNameAsString(), kept));
  }

  private void branch(IfStmt branch) {
    LabelNode otherwise = new LabelNode();
    maker.expressions.conditions.jumpUnless(branch.getCondition(), otherwise);
    // Variables that a pattern binds stay in sight behind an if that ends in a jump.
    write(branch.getThenStmt());
    if (branch.getElseStmt().isEmpty()) {
      maker.label(otherwise);
      return;
    }
    LabelNode end = new LabelNode();
    maker.jump(Opcodes.GOTO, end);
    maker.label(otherwise);
    write(branch.getElseStmt().get());
    maker.label(end);
  }

  private void leave(ReturnStmt end) {
    if (end.getExpression().isEmpty()) {
      exits.leaveTo(null, () -> maker.emit(Opcodes.RETURN));
      return;
    }
    leave(end.getExpression().get());
  }

  /** Returns a value. */
  void leave(Expression value) {
    JType wanted = maker.returns;
    JType type = maker.expressions.write(value, wanted);
    if (wanted.isUnknown()) {
      maker.returns = type.isUnknown() || type.isVoid() ? JType.OBJECT : type;
    }
    maker.coerce(type, maker.returns);
    if (maker.returns.isVoid()) {
      maker.drop(type);
      exits.leaveTo(null, () -> maker.emit(Opcodes.RETURN));
      return;
    }
    Locals.Local result = maker.locals.unnamed(maker.returns);
    Runnable back = () -> maker.emit(maker.returns.returnOpcode());
    if (!exits.cleans()) {
      back.run();
      return;
    }
    maker.store(result);
    exits.leaveTo(
        null,
        () -> {
          maker.load(result);
          back.run();
        });
  }

  private void loop(
      Statement loop, @Nullable Expression check, NodeList<Expression> updates, Statement body) {
    LabelNode start = new LabelNode();
    LabelNode next = new LabelNode();
    LabelNode end = new LabelNode();
    maker.label(start);
    maker.line(loop);
    if (check != null
        && !(check.isBooleanLiteralExpr() && check.asBooleanLiteralExpr().getValue())) {
      maker.expressions.conditions.jumpUnless(check, end);
    }
    inLoop(loop, end, next, () -> write(body));
    maker.label(next);
    updates.forEach(this::run);
    maker.jump(Opcodes.GOTO, start);
    maker.label(end);
  }

  private void inLoop(Statement loop, LabelNode end, LabelNode next, Runnable body) {
    exits.enter(new Exits.Target(labelOf(loop), end, next, true));
    scoped(body);
    exits.leave();
  }

  private static String labelOf(Statement loop) {
    return loop.getParentNode()
        .filter(LabeledStmt.class::isInstance)
        .map(each -> ((LabeledStmt) each).getLabel().asString())
        .orElse("");
  }

  private void repeat(DoStmt loop) {
    LabelNode start = maker.label(new LabelNode());
    LabelNode next = new LabelNode();
    LabelNode end = new LabelNode();
    inLoop(loop, end, next, () -> write(loop.getBody()));
    maker.label(next);
    maker.expressions.conditions.jumpIf(loop.getCondition(), start);
    maker.label(end);
  }

  private void each(ForEachStmt loop) {
    JType over = maker.expressions.write(loop.getIterable(), null);
    if (over.isArray()) {
      eachElement(loop, over);
    } else {
      eachIterated(loop, over);
    }
  }

  private void eachElement(ForEachStmt loop, JType over) {
    Locals.Local array = maker.locals.unnamed(over);
    Locals.Local length = maker.locals.unnamed(JType.INT);
    Locals.Local index = maker.locals.unnamed(JType.INT);
    maker.store(array);
    maker.load(array);
    maker.emit(Opcodes.ARRAYLENGTH);
    maker.store(length);
    maker.emit(Opcodes.ICONST_0);
    maker.store(index);
    LabelNode start = maker.label(new LabelNode());
    LabelNode next = new LabelNode();
    LabelNode end = new LabelNode();
    maker.line(loop);
    maker.load(index);
    maker.load(length);
    maker.jump(Opcodes.IF_ICMPGE, end);
    maker.load(array);
    maker.load(index);
    maker.emit(over.element().opcode(Opcodes.IALOAD));
    bind(loop, over.element());
    inLoop(loop, end, next, () -> write(loop.getBody()));
    maker.label(next);
    maker.emit(new IincInsnNode(index.index(), 1));
    maker.jump(Opcodes.GOTO, start);
    maker.label(end);
  }

  private void eachIterated(ForEachStmt loop, JType over) {
    JType iterable = JType.of("java.lang.Iterable");
    JType owner = over.isUnknown() ? iterable : over;
    boolean known =
        maker.world().find(owner.bound().name()).map(ClassType::isInterface).orElse(true);
    Locals.Local iterator = maker.locals.unnamed(JType.of("java.util.Iterator"));
    maker.call(
        known ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL,
        owner.internal(),
        "iterator",
        "()Ljava/util/Iterator;",
        known);
    maker.store(iterator);
    LabelNode start = maker.label(new LabelNode());
    LabelNode end = new LabelNode();
    maker.line(loop);
    maker.load(iterator);
    maker.call(Opcodes.INVOKEINTERFACE, "java/util/Iterator", "hasNext", "()Z", true);
    maker.jump(Opcodes.IFEQ, end);
    maker.load(iterator);
    maker.call(Opcodes.INVOKEINTERFACE, "java/util/Iterator", "next", "()Ljava/lang/Object;", true);
    JType element =
        maker.world().lineage(over).stream()
            .filter(each -> each.name().equals("java.lang.Iterable") && !each.arguments().isEmpty())
            .map(each -> each.arguments().get(0))
            .findFirst()
            .orElse(
                over.arguments().size() == 1 && !maker.world().isWhole(over)
                    ? over.arguments().get(0)
                    : JType.UNKNOWN);
    bind(loop, element);
    inLoop(loop, end, start, () -> write(loop.getBody()));
    maker.jump(Opcodes.GOTO, start);
    maker.label(end);
  }

  private void bind(ForEachStmt loop, JType element) {
    VariableDeclarator variable = loop.getVariable().getVariable(0);
    boolean inferred = variable.getType().isVarType();
    JType type = inferred ? element : maker.names.type(variable.getType());
    if (!type.isPrimitive() && !type.isUnknown() && !type.is(JType.OBJECT)) {
      maker.cast(type);
    }
    maker.coerce(element, type);
    maker.store(maker.locals.add(variable.getNameAsString(), type));
  }

  private void labelled(LabeledStmt labelled) {
    LabelNode end = new LabelNode();
    exits.enter(new Exits.Target(labelled.getLabel().asString(), end, null, false));
    write(labelled.getStatement());
    exits.leave();
    maker.label(end);
  }

  private void jump(Optional<String> label, boolean again) {
    Optional<Exits.Target> target =
        exits.target(
            each ->
                label.map(each.name()::equals).orElse(each.anonymous())
                    && (!again || each.continues() != null));
    target.ifPresent(
        to -> {
          LabelNode place = again && to.continues() != null ? to.continues() : to.breaks();
          exits.leaveTo(to, () -> maker.jump(Opcodes.GOTO, place));
        });
  }

  private void local(TypeDeclaration<?> declared) {
    ClassMaker around = maker.owner;
    String name = around.localName(declared.getNameAsString());
    maker.names = maker.names.with(declared.getNameAsString(), JType.of(name));
    for (int pass = 0; pass < 3; pass++) {
      around.unit().declare(pass, name, declared, maker.names);
    }
    ClassMaker made =
        around.unit().begin(name, declared, maker.names, Optional.of(around), maker.isStatic());
    Free.in(declared, maker.locals).forEach((each, local) -> made.captured.put(each, local.type()));
    made.make();
  }
}
