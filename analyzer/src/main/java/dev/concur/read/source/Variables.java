package dev.concur.read.source;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.VarInsnNode;

/** Finds what a name means as a value, and the instances around a place. */
final class Variables {

  /**
   * A field as it is reached from here.
   *
   * @param holder class whose instance holds it
   * @param field the field
   */
  record Reached(ClassMaker holder, ClassType.Field field) {}

  private final MethodMaker maker;

  Variables(MethodMaker maker) {
    this.maker = maker;
  }

  /** A field of this class, of one around it, or one that came along with a local class. */
  Optional<Reached> field(String name) {
    Optional<ClassMaker> at = Optional.of(maker.owner);
    while (at.isPresent()) {
      ClassMaker holder = at.get();
      JType captured = holder.captured.get(name);
      Optional<ClassType.Field> found =
          maker
              .world()
              .field(holder.self, name)
              .or(
                  () ->
                      Optional.ofNullable(captured)
                          .map(
                              t ->
                                  new ClassType.Field(
                                      holder.self.name(), "val$" + name, t, false)));
      if (found.isPresent()) {
        return found.map(each -> new Reached(holder, each));
      }
      at = holder.outer;
    }
    return Optional.empty();
  }

  /** Whether a name is that of a variable, so that it hides a type. */
  boolean isVariable(String name) {
    return maker.locals.find(name).isPresent()
        || field(name).isPresent()
        || maker.names.staticImports(name).stream()
            .anyMatch(each -> maker.world().field(each, name).isPresent());
  }

  JType load(String name) {
    Optional<Locals.Local> local = maker.locals.find(name);
    if (local.isPresent()) {
      maker.load(local.get());
      return local.get().type();
    }
    Optional<Reached> field = field(name);
    if (field.isPresent()) {
      return load(field.get());
    }
    for (JType each : maker.names.staticImports(name)) {
      Optional<ClassType.Field> imported = maker.world().field(each, name);
      if (imported.isPresent()) {
        return loadStatic(each, imported.get());
      }
    }
    maker.emit(Opcodes.ACONST_NULL);
    return JType.UNKNOWN;
  }

  private JType load(Reached reached) {
    ClassType.Field field = reached.field();
    if (field.isStatic()) {
      return loadStatic(JType.of(field.owner()), field);
    }
    instance(reached.holder());
    maker.field(Opcodes.GETFIELD, JType.of(field.owner()), field.name(), field.erased());
    return field.type();
  }

  private JType loadStatic(JType owner, ClassType.Field field) {
    if (field.constant().isPresent()) {
      maker.constant(field.constant().get());
      return field.type();
    }
    maker.field(Opcodes.GETSTATIC, owner, field.name(), field.erased());
    return field.type();
  }

  /** Loads the instance of a class around this place; null where there is none. */
  void instance(ClassMaker holder) {
    if (maker.isStatic()) {
      maker.emit(Opcodes.ACONST_NULL);
      return;
    }
    maker.emit(new VarInsnNode(Opcodes.ALOAD, 0));
    ClassMaker at = maker.owner;
    while (at != holder && at.outer.isPresent() && !at.isStatic) {
      maker.field(Opcodes.GETFIELD, at.self, "this$0", at.outer.get().self);
      at = at.outer.get();
    }
  }

  JType self() {
    instance(maker.owner);
    return maker.owner.self;
  }

  JType self(ThisExpr expression) {
    if (expression.getTypeName().isEmpty()) {
      return self();
    }
    JType wanted = maker.names.simple(expression.getTypeName().get().getIdentifier());
    ClassMaker at = maker.owner;
    while (!at.self.is(wanted) && at.outer.isPresent()) {
      at = at.outer.get();
    }
    instance(at);
    return at.self;
  }

  /** The type that an expression names, when it names one. */
  Optional<JType> type(Expression expression) {
    if (expression instanceof NameExpr name) {
      return isVariable(name.getNameAsString())
          ? Optional.empty()
          : maker.names.ifType(name.getNameAsString());
    }
    if (expression instanceof FieldAccessExpr access && access.toString().matches("[\\w.$]+")) {
      Optional<JType> outer = type(access.getScope());
      if (outer.isPresent()) {
        String member = access.getNameAsString();
        return maker.world().memberType(outer.get().name(), member).map(JType::of);
      }
      String first = access.toString().substring(0, access.toString().indexOf('.'));
      return isVariable(first) ? Optional.empty() : maker.names.inFull(access.toString());
    }
    return Optional.empty();
  }

  JType load(FieldAccessExpr access) {
    Optional<JType> owner = type(access.getScope());
    String name = access.getNameAsString();
    if (owner.isPresent()) {
      Optional<ClassType.Field> field = maker.world().field(owner.get(), name);
      if (field.isPresent()) {
        return loadStatic(JType.of(field.get().owner()), field.get());
      }
      maker.field(Opcodes.GETSTATIC, owner.get(), name, JType.OBJECT);
      return JType.UNKNOWN;
    }
    JType holder =
        access.getScope() instanceof SuperExpr
            ? self()
            : maker.expressions.value(access.getScope(), null);
    if (holder.isArray() && name.equals("length")) {
      maker.emit(Opcodes.ARRAYLENGTH);
      return JType.INT;
    }
    Optional<ClassType.Field> field = maker.world().field(holder, name);
    if (field.isEmpty()) {
      maker.drop(holder);
      maker.emit(Opcodes.ACONST_NULL);
      return JType.UNKNOWN;
    }
    if (field.get().isStatic()) {
      maker.drop(holder);
      return loadStatic(JType.of(field.get().owner()), field.get());
    }
    maker.field(Opcodes.GETFIELD, JType.of(field.get().owner()), name, field.get().erased());
    return field.get().type();
  }
}
