package dev.concur.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.concur.catalogue.Catalogue;
import dev.concur.cost.Costs;
import dev.concur.link.Linked;
import dev.concur.model.Bound;
import dev.concur.model.Label;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Class files as other compilers, shrinkers and decades left them: a label, or an honest unknown.
 */
class BadInputTest {

  /** Version 1.1, as the first compilers wrote it: minor 3, major 45. */
  private static final int JAVA_1_1 = 3 << 16 | 45;

  /** Bytes that one method may have. */
  private static final int MOST_BYTES = 65_535;

  @ParameterizedTest
  @ValueSource(
      ints = {JAVA_1_1, Opcodes.V1_2, Opcodes.V1_4, Opcodes.V1_5, Opcodes.V1_8, Opcodes.V17})
  void class_files_of_all_ages_are_labelled(int version) {
    assertEquals(Bound.IO, label(sleeper("old/Sleeper", "nap", version)).bound());
  }

  @Test
  void a_class_file_from_the_future_is_tried() {
    byte[] future = sleeper("far/Sleeper", "nap", Opcodes.V17);
    future[6] = 0;
    future[7] = (byte) 200;
    assertEquals(Bound.IO, label(future).bound());
  }

  @Test
  void subroutines_of_old_compilers_are_no_end_of_the_method() {
    ClassWriter type = type("old/Finally", JAVA_1_1);
    MethodVisitor method = method(type, "close");
    org.objectweb.asm.Label routine = new org.objectweb.asm.Label();
    org.objectweb.asm.Label after = new org.objectweb.asm.Label();
    method.visitJumpInsn(Opcodes.JSR, routine);
    sleep(method);
    method.visitJumpInsn(Opcodes.GOTO, after);
    method.visitLabel(routine);
    method.visitVarInsn(Opcodes.ASTORE, 1);
    method.visitVarInsn(Opcodes.RET, 1);
    method.visitLabel(after);
    end(method);
    assertNotEquals(Bound.LIGHT, label(bytes(type)).bound());
  }

  @ParameterizedTest
  @ValueSource(strings = {"if", "a b", "<>", "\u202e", "$", "1", "\ud83d\ude34"})
  void names_that_no_source_could_have_are_as_good_as_others(String name) {
    String method = name.replace("<", "l").replace(">", "g");
    assertEquals(Bound.IO, label(sleeper("o/" + method, method, Opcodes.V17)).bound());
  }

  @Test
  void a_method_as_long_as_methods_may_be_is_read() {
    ClassWriter type = type("huge/Table", Opcodes.V17);
    MethodVisitor method = method(type, "fill");
    // Four bytes for each branch and its two instructions: some 10,000 blocks.
    for (int bytes = 0; bytes < MOST_BYTES - 100; bytes += 6) {
      org.objectweb.asm.Label next = new org.objectweb.asm.Label();
      method.visitVarInsn(Opcodes.ILOAD, 1);
      method.visitJumpInsn(Opcodes.IFEQ, next);
      method.visitInsn(Opcodes.NOP);
      method.visitInsn(Opcodes.NOP);
      method.visitLabel(next);
    }
    sleep(method);
    end(method);
    assertEquals(Bound.IO, label(bytes(type)).bound());
  }

  @Test
  void the_same_class_twice_counts_once() {
    byte[] once = sleeper("twin/Sleeper", "nap", Opcodes.V17);
    Facts facts = ProgramReader.read(source(once, once));
    assertEquals(1, facts.roots().size());
  }

  @Test
  void a_class_that_is_its_own_parent_ends() {
    ClassWriter type = new ClassWriter(0);
    type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "loop/Self", null, "loop/Self", null);
    MethodVisitor method = method(type, "nap");
    sleep(method);
    end(method);
    assertEquals(Bound.IO, label(bytes(type)).bound());
  }

  @Test
  void generics_without_end_are_of_no_matter() {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    String signature = "<T:Ldeep/Er<TT;>;>Ldeep/Parent<Ldeep/Er<Ldeep/Er<TT;>;>;>;";
    type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "deep/Er", signature, "java/lang/Object", null);
    MethodVisitor method = method(type, "nap");
    sleep(method);
    end(method);
    assertEquals(Bound.IO, label(bytes(type)).bound());
  }

  @Test
  void methods_that_differ_in_what_they_return_are_two() {
    ClassWriter type = type("a/a", Opcodes.V17);
    MethodVisitor waiting =
        type.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "a", "()I", null, null);
    waiting.visitCode();
    sleep(waiting);
    returnsNumber(waiting, Opcodes.ICONST_0, Opcodes.IRETURN);
    MethodVisitor light =
        type.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "a", "()J", null, null);
    light.visitCode();
    returnsNumber(light, Opcodes.LCONST_0, Opcodes.LRETURN);
    MethodVisitor caller =
        type.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "b", "()J", null, null);
    caller.visitCode();
    caller.visitMethodInsn(Opcodes.INVOKESTATIC, "a/a", "a", "()J", false);
    caller.visitInsn(Opcodes.LRETURN);
    caller.visitMaxs(4, 4);
    caller.visitEnd();
    assertEquals(List.of(Bound.IO, Bound.LIGHT, Bound.LIGHT), bounds(bytes(type)));
  }

  @Test
  void attributes_that_make_no_sense_are_passed_over() {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "odd/A", "no<<signature", "java/lang/Object", null);
    type.visitSource("", "SMAP\nbroken");
    type.visitAttribute(new Unheard("Obfuscated"));
    MethodVisitor method =
        type.visitMethod(Opcodes.ACC_PUBLIC, "nap", "(I)V", "(((", new String[] {"not a name"});
    method.visitAttribute(new Unheard(""));
    method.visitAnnotableParameterCount(9, true);
    method.visitCode();
    org.objectweb.asm.Label start = new org.objectweb.asm.Label();
    method.visitLabel(start);
    method.visitLineNumber(65_535, start);
    sleep(method);
    org.objectweb.asm.Label end = new org.objectweb.asm.Label();
    method.visitInsn(Opcodes.RETURN);
    method.visitLabel(end);
    method.visitLocalVariable("", "[[[", ";", start, end, 300);
    method.visitMaxs(4, 4);
    method.visitEnd();
    assertEquals(Bound.IO, label(bytes(type)).bound());
  }

  @Test
  void loops_as_many_and_as_deep_as_nobody_writes_them_come_to_an_end() {
    ClassWriter type = type("huge/Loops", Opcodes.V1_4);
    MethodVisitor method = method(type, "count");
    loops(method, 500, 1);
    loops(method, 1, 100);
    end(method);
    assertTimeout(Duration.ofSeconds(30), () -> label(bytes(type)));
  }

  @Test
  void more_loops_or_monitors_than_can_be_followed_are_an_honest_unknown() {
    ClassWriter beside = type("huge/Beside", Opcodes.V1_4);
    MethodVisitor loops = method(beside, "count");
    loops(loops, 4_000, 1);
    end(loops);
    ClassWriter within = type("huge/Within", Opcodes.V1_4);
    MethodVisitor nested = method(within, "count");
    loops(nested, 1, 1_000);
    end(nested);
    for (byte[] bytes : List.of(bytes(beside), bytes(within), bytes(monitors(5_000)))) {
      Label label = assertTimeout(Duration.ofSeconds(30), () -> label(bytes));
      assertEquals(Bound.UNKNOWN, label.bound());
      assertEquals(1, label.missing().size());
    }
  }

  private static ClassWriter monitors(int nested) {
    ClassWriter type = type("huge/Monitors", Opcodes.V1_4);
    MethodVisitor method = method(type, "hold");
    for (int step = 0; step < 2 * nested; step++) {
      method.visitVarInsn(Opcodes.ALOAD, 0);
      method.visitInsn(step < nested ? Opcodes.MONITORENTER : Opcodes.MONITOREXIT);
    }
    end(method);
    return type;
  }

  /** So many nests of loops up to the parameter, one after another. */
  private static void loops(MethodVisitor method, int nests, int depth) {
    for (int nest = 0; nest < nests; nest++) {
      Deque<org.objectweb.asm.Label> open = new ArrayDeque<>();
      for (int loop = 0; loop < depth; loop++) {
        org.objectweb.asm.Label top = new org.objectweb.asm.Label();
        org.objectweb.asm.Label after = new org.objectweb.asm.Label();
        method.visitInsn(Opcodes.ICONST_0);
        method.visitVarInsn(Opcodes.ISTORE, 2 + loop);
        method.visitLabel(top);
        method.visitVarInsn(Opcodes.ILOAD, 2 + loop);
        method.visitVarInsn(Opcodes.ILOAD, 1);
        method.visitJumpInsn(Opcodes.IF_ICMPGE, after);
        open.push(top);
        open.push(after);
      }
      for (int loop = depth - 1; loop >= 0; loop--) {
        org.objectweb.asm.Label after = open.pop();
        method.visitIincInsn(2 + loop, 1);
        method.visitJumpInsn(Opcodes.GOTO, open.pop());
        method.visitLabel(after);
      }
    }
  }

  @Test
  void half_a_class_file_is_a_problem_with_a_name() {
    byte[] whole = sleeper("half/Sleeper", "nap", Opcodes.V17);
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
    Facts facts = ProgramReader.read(source(half, sleeper("w/Sleeper", "nap", Opcodes.V17)));
    assertEquals(1, facts.roots().size());
    assertEquals(1, facts.problems().size());
  }

  private static byte[] sleeper(String name, String method, int version) {
    ClassWriter type = type(name, version);
    MethodVisitor body = method(type, method);
    sleep(body);
    end(body);
    return bytes(type);
  }

  private static ClassWriter type(String name, int version) {
    ClassWriter type = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    type.visit(version, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
    return type;
  }

  private static MethodVisitor method(ClassWriter type, String name) {
    MethodVisitor method = type.visitMethod(Opcodes.ACC_PUBLIC, name, "(I)V", null, null);
    method.visitCode();
    return method;
  }

  private static void sleep(MethodVisitor method) {
    method.visitLdcInsn(5L);
    method.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Thread", "sleep", "(J)V", false);
  }

  private static void end(MethodVisitor method) {
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(4, 4);
    method.visitEnd();
  }

  private static void returnsNumber(MethodVisitor method, int constant, int returns) {
    method.visitInsn(constant);
    method.visitInsn(returns);
    method.visitMaxs(4, 4);
    method.visitEnd();
  }

  private static List<Bound> bounds(byte[] bytes) {
    Linked linked = Linked.of(ProgramReader.read(source(bytes)), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    return linked.roots().stream().map(method -> costs.label(method).bound()).toList();
  }

  /** An attribute that no tool knows, with nothing sensible in it. */
  private static final class Unheard extends Attribute {
    private static final byte[] NOTHING = {-1, 0, 127, -128};

    Unheard(String type) {
      super(type);
    }

    @Override
    protected ByteVector write(ClassWriter writer, byte[] code, int length, int stack, int locals) {
      return new ByteVector().putByteArray(NOTHING, 0, NOTHING.length);
    }
  }

  private static byte[] bytes(ClassWriter type) {
    type.visitEnd();
    return type.toByteArray();
  }

  /** The label of the only method that is not a constructor. */
  private static Label label(byte[] bytes) {
    Linked linked = Linked.of(ProgramReader.read(source(bytes)), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    assertEquals(1, linked.roots().size());
    return costs.label(linked.roots().get(0));
  }

  private static ClassSource source(byte[]... classes) {
    return new ClassSource() {
      @Override
      public void roots(BiConsumer<String, byte[]> each) {
        for (byte[] one : classes) {
          each.accept("here", one);
        }
      }

      @Override
      public Optional<byte[]> library(String binaryName) {
        return Optional.empty();
      }
    };
  }
}
