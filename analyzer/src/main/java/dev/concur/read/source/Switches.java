package dev.concur.read.source;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;

/** Writes both kinds of switch. Which case is taken is left open, as it is for who reads them. */
final class Switches {

  /** A switch expression that is being written. */
  private static final class Open {
    private final @Nullable JType wanted;
    private final Exits.Target end;
    private Locals.@Nullable Local result;

    Open(@Nullable JType wanted, Exits.Target end) {
      this.wanted = wanted;
      this.end = end;
    }
  }

  private final MethodMaker maker;
  private final Exits exits;
  private final Deque<Open> open = new ArrayDeque<>();

  Switches(MethodMaker maker, Exits exits) {
    this.maker = maker;
    this.exits = exits;
  }

  void write(SwitchStmt choice) {
    Exits.Target end = new Exits.Target("", new LabelNode(), null, true);
    write(choice.getSelector(), choice.getEntries(), end, false);
  }

  JType write(SwitchExpr choice, @Nullable JType wanted) {
    Exits.Target end = new Exits.Target("", new LabelNode(), null, false);
    open.push(new Open(wanted, end));
    write(choice.getSelector(), choice.getEntries(), end, true);
    Locals.Local result = open.pop().result;
    if (result == null) {
      maker.emit(Opcodes.ACONST_NULL);
      return JType.UNKNOWN;
    }
    maker.load(result);
    return result.type();
  }

  /** Ends the innermost switch expression with this value. */
  void giveBack(Expression value) {
    Open now = open.peek();
    if (now == null) {
      maker.statements.run(value);
      return;
    }
    JType type = maker.expressions.write(value, now.wanted);
    if (now.result == null) {
      JType kept = now.wanted != null && !now.wanted.isUnknown() ? now.wanted : type;
      now.result = maker.locals.unnamed(kept.isVoid() ? JType.OBJECT : kept);
    }
    Locals.Local result = Objects.requireNonNull(now.result);
    maker.coerce(type, result.type());
    maker.store(result);
    exits.leaveTo(now.end, () -> maker.jump(Opcodes.GOTO, now.end.breaks()));
  }

  private void write(
      Expression selector, NodeList<SwitchEntry> entries, Exits.Target end, boolean yields) {
    JType type = maker.expressions.write(selector, null);
    JType slot = type.boxed();
    maker.coerce(type, slot);
    Locals.Local value = maker.locals.unnamed(slot);
    maker.emit(Opcodes.DUP);
    maker.store(value);
    List<LabelNode> labels = new ArrayList<>();
    LabelNode otherwise = end.breaks();
    int cases = 0;
    for (SwitchEntry each : entries) {
      LabelNode label = new LabelNode();
      labels.add(label);
      if (each.isDefault() || each.getLabels().isEmpty()) {
        otherwise = label;
      } else {
        cases++;
      }
    }
    int[] keys = new int[cases];
    LabelNode[] targets = new LabelNode[cases];
    int next = 0;
    for (int i = 0; i < entries.size(); i++) {
      if (labels.get(i) != otherwise) {
        keys[next] = next;
        targets[next++] = labels.get(i);
      }
    }
    if (yields && otherwise == end.breaks() && cases > 0) {
      otherwise = targets[cases - 1];
    }
    maker.emit(new LookupSwitchInsnNode(otherwise, keys, targets));
    exits.enter(end);
    for (int i = 0; i < entries.size(); i++) {
      maker.label(labels.get(i));
      SwitchEntry entry = entries.get(i);
      maker.statements.scoped(() -> entry(entry, value, end, yields));
    }
    exits.leave();
    maker.label(end.breaks());
  }

  private void entry(SwitchEntry entry, Locals.Local value, Exits.Target end, boolean yields) {
    maker.line(entry);
    for (Expression each : entry.getLabels()) {
      if (each instanceof ComponentPatternExpr pattern) {
        bind(pattern, value);
      }
    }
    entry
        .getGuard()
        .ifPresent(guard -> maker.expressions.conditions.jumpUnless(guard, end.breaks()));
    if (entry.getType() == SwitchEntry.Type.EXPRESSION
        && yields
        && entry.getStatement(0) instanceof ExpressionStmt only) {
      giveBack(only.getExpression());
      return;
    }
    for (Statement each : entry.getStatements()) {
      maker.statement(each);
    }
    if (entry.getType() != SwitchEntry.Type.STATEMENT_GROUP) {
      maker.jump(Opcodes.GOTO, end.breaks());
    }
  }

  /** Declares the variables of a pattern, from a value that is known to match. */
  void bind(ComponentPatternExpr pattern, Locals.Local value) {
    if (pattern instanceof TypePatternExpr named) {
      JType type = maker.names.type(named.getType());
      maker.load(value);
      maker.cast(type.boxed());
      maker.coerce(type.boxed(), type);
      maker.store(maker.locals.add(named.getNameAsString(), type));
    } else if (pattern instanceof RecordPatternExpr tuple) {
      JType type = maker.names.type(tuple.getType());
      List<ClassType.Method> made = maker.world().methods(type, "<init>");
      for (int i = 0; i < tuple.getPatternList().size(); i++) {
        JType part =
            !made.isEmpty() && i < made.get(0).parameters().size()
                ? made.get(0).parameters().get(i)
                : JType.UNKNOWN;
        Locals.Local component = maker.locals.unnamed(part.boxed());
        maker.load(value);
        maker.store(component);
        bind(tuple.getPatternList().get(i), component);
      }
    }
  }
}
