package dev.concur.read.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Writes the instructions of one method. */
final class MethodMaker {

  /** Instructions that were put aside, and the type of what they leave on the stack. */
  record Aside(InsnList code, JType type) {}

  final ClassMaker owner;
  final MethodNode made;
  final Locals locals;
  final Expressions expressions;
  final Statements statements;
  Names names;

  /** What it returns; unknown in a lambda until its first return. */
  JType returns;

  private InsnList out;
  private int line;

  MethodMaker(ClassMaker owner, MethodNode made, Names names, JType returns) {
    this.owner = owner;
    this.made = made;
    this.names = names;
    this.returns = returns;
    this.locals = new Locals(isStatic());
    this.out = made.instructions;
    this.expressions = new Expressions(this);
    this.statements = new Statements(this);
  }

  boolean isStatic() {
    return (made.access & Opcodes.ACC_STATIC) != 0;
  }

  World world() {
    return owner.world();
  }

  void variable(String name, JType type) {
    locals.add(name, type);
  }

  void body(BlockStmt body) {
    body.getStatements().forEach(this::statement);
    end();
  }

  void statement(Statement statement) {
    statements.write(statement);
  }

  /** Ends the method where control could fall out of it. */
  void end() {
    AbstractInsnNode last = made.instructions.getLast();
    int opcode = last == null ? -1 : last.getOpcode();
    boolean ended =
        opcode == Opcodes.GOTO
            || opcode == Opcodes.ATHROW
            || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN);
    if (!ended) {
      if (!returns.isVoid()) {
        zero(returns);
      }
      emit(returns.isVoid() ? Opcodes.RETURN : returns.returnOpcode());
    }
  }

  private void zero(JType type) {
    switch (type.descriptor()) {
      case "J" -> emit(Opcodes.LCONST_0);
      case "F" -> emit(Opcodes.FCONST_0);
      case "D" -> emit(Opcodes.DCONST_0);
      case "Z", "B", "C", "S", "I" -> emit(Opcodes.ICONST_0);
      default -> emit(Opcodes.ACONST_NULL);
    }
  }

  /** Calls the constructor of the parent with variables of these names. */
  void callSuper(List<String> arguments) {
    ClassType known = world().find(owner.self.name()).orElseThrow();
    List<JType> types = new ArrayList<>();
    emit(new VarInsnNode(Opcodes.ALOAD, 0));
    for (String each : arguments) {
      Locals.Local local = locals.find(each).orElseThrow();
      load(local);
      types.add(local.type());
    }
    call(
        Opcodes.INVOKESPECIAL,
        known.parents().get(0).internal(),
        "<init>",
        ClassType.descriptor(types, JType.VOID),
        false);
  }

  void storeField(String name, JType type) {
    emit(new VarInsnNode(Opcodes.ALOAD, 0));
    load(locals.find(name).orElseThrow());
    field(Opcodes.PUTFIELD, owner.self, name, type);
  }

  void storeParameter(String name) {
    storeField(name, locals.find(name).orElseThrow().type());
  }

  void initialise(VariableDeclarator field, JType type, boolean ofClass) {
    line(field);
    if (!ofClass) {
      emit(new VarInsnNode(Opcodes.ALOAD, 0));
    }
    JType given = expressions.initialiser(field.getInitializer().orElseThrow(), type);
    coerce(given, type);
    field(
        ofClass ? Opcodes.PUTSTATIC : Opcodes.PUTFIELD, owner.self, field.getNameAsString(), type);
  }

  void constant(EnumConstantDeclaration constant, JType type) {
    line(constant);
    expressions.calls.create(type, constant.getArguments(), constant.getClassBody());
    field(Opcodes.PUTSTATIC, type, constant.getNameAsString(), type);
  }

  /** Runs something whose instructions are kept apart, to be put in place later. */
  Aside aside(Supplier<JType> work) {
    InsnList before = out;
    InsnList apart = new InsnList();
    out = apart;
    try {
      return new Aside(apart, work.get());
    } finally {
      out = before;
    }
  }

  void place(Aside aside) {
    out.add(aside.code());
  }

  void line(Node node) {
    int now = node.getRange().map(range -> range.begin.line).orElse(0);
    if (now > 0 && now != line) {
      line = now;
      LabelNode label = new LabelNode();
      out.add(label);
      out.add(new LineNumberNode(now, label));
    }
  }

  /** Forgets the line, where control may come from elsewhere. */
  LabelNode label(LabelNode label) {
    out.add(label);
    line = 0;
    return label;
  }

  LabelNode here() {
    LabelNode label = new LabelNode();
    out.add(label);
    return label;
  }

  void emit(int opcode) {
    out.add(new InsnNode(opcode));
  }

  void emit(AbstractInsnNode instruction) {
    out.add(instruction);
  }

  void jump(int opcode, LabelNode to) {
    out.add(new JumpInsnNode(opcode, to));
  }

  void constant(Object value) {
    out.add(new LdcInsnNode(value));
  }

  void load(Locals.Local local) {
    out.add(new VarInsnNode(local.type().opcode(Opcodes.ILOAD), local.index()));
  }

  void store(Locals.Local local) {
    out.add(new VarInsnNode(local.type().opcode(Opcodes.ISTORE), local.index()));
  }

  void call(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
    out.add(new MethodInsnNode(opcode, owner, name, descriptor, ofInterface));
  }

  void field(int opcode, JType owner, String name, JType type) {
    out.add(new FieldInsnNode(opcode, owner.internal(), name, type.descriptor()));
  }

  void cast(JType to) {
    out.add(new TypeInsnNode(Opcodes.CHECKCAST, to.internal()));
  }

  void drop(JType type) {
    if (type.size() > 0) {
      emit(type.size() == 2 ? Opcodes.POP2 : Opcodes.POP);
    }
  }

  /** Makes what is on the stack fit where it goes. */
  void coerce(JType from, @Nullable JType to) {
    if (to == null || to.isVoid() || from.is(to)) {
      return;
    }
    if (from.isVoid()) {
      zero(to);
    } else if (from.isPrimitive() && to.isPrimitive()) {
      convert(from, to);
    } else if (from.isPrimitive()) {
      JType primitive = to.unboxed().isPrimitive() ? to.unboxed() : from;
      convert(from, primitive);
      JType box = primitive.boxed();
      String descriptor = "(" + primitive.descriptor() + ")" + box.descriptor();
      call(Opcodes.INVOKESTATIC, box.internal(), "valueOf", descriptor, false);
    } else if (to.isPrimitive()) {
      JType primitive = from.unboxed().isPrimitive() ? from.unboxed() : to;
      String box = primitive.boxed().internal();
      call(
          Opcodes.INVOKEVIRTUAL,
          box,
          primitive.name() + "Value",
          "()" + primitive.descriptor(),
          false);
      convert(primitive, to);
    }
  }

  private void convert(JType from, JType to) {
    String change = kind(from) + kind(to);
    int opcode =
        switch (change) {
          case "IJ" -> Opcodes.I2L;
          case "IF" -> Opcodes.I2F;
          case "ID" -> Opcodes.I2D;
          case "JI" -> Opcodes.L2I;
          case "JF" -> Opcodes.L2F;
          case "JD" -> Opcodes.L2D;
          case "FI" -> Opcodes.F2I;
          case "FJ" -> Opcodes.F2L;
          case "FD" -> Opcodes.F2D;
          case "DI" -> Opcodes.D2I;
          case "DJ" -> Opcodes.D2L;
          case "DF" -> Opcodes.D2F;
          default -> Opcodes.NOP;
        };
    if (opcode != Opcodes.NOP) {
      emit(opcode);
    }
  }

  private static String kind(JType type) {
    String descriptor = type.descriptor();
    return "JFD".contains(descriptor) ? descriptor : "I";
  }
}
