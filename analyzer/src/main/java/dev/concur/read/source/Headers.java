package dev.concur.read.source;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.nodeTypes.NodeWithModifiers;
import com.github.javaparser.ast.nodeTypes.NodeWithThrownExceptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;

/** What stands before a class, a field or a method: modifiers, annotations, exceptions. */
final class Headers {

  private static final Map<Modifier.Keyword, Integer> FLAGS =
      Map.ofEntries(
          Map.entry(Modifier.Keyword.PUBLIC, Opcodes.ACC_PUBLIC),
          Map.entry(Modifier.Keyword.PRIVATE, Opcodes.ACC_PRIVATE),
          Map.entry(Modifier.Keyword.PROTECTED, Opcodes.ACC_PROTECTED),
          Map.entry(Modifier.Keyword.STATIC, Opcodes.ACC_STATIC),
          Map.entry(Modifier.Keyword.FINAL, Opcodes.ACC_FINAL),
          Map.entry(Modifier.Keyword.SYNCHRONIZED, Opcodes.ACC_SYNCHRONIZED),
          Map.entry(Modifier.Keyword.VOLATILE, Opcodes.ACC_VOLATILE),
          Map.entry(Modifier.Keyword.NATIVE, Opcodes.ACC_NATIVE),
          Map.entry(Modifier.Keyword.ABSTRACT, Opcodes.ACC_ABSTRACT));

  private Headers() {}

  /** The modifiers as flags of a class file. */
  static int access(NodeWithModifiers<?> declared) {
    int access = 0;
    for (Modifier each : declared.getModifiers()) {
      access |= FLAGS.getOrDefault(each.getKeyword(), 0);
    }
    return access;
  }

  /** The annotations of a declaration, with those values that are constants of the source. */
  static List<AnnotationNode> annotations(NodeWithAnnotations<?> declared, Names names) {
    List<AnnotationNode> found = new ArrayList<>();
    for (AnnotationExpr each : declared.getAnnotations()) {
      AnnotationNode made =
          new AnnotationNode(names.simple(each.getName().getIdentifier()).descriptor());
      each.toNormalAnnotationExpr()
          .ifPresent(
              full ->
                  full.getPairs()
                      .forEach(pair -> put(made, pair.getNameAsString(), pair.getValue())));
      each.toSingleMemberAnnotationExpr()
          .ifPresent(single -> put(made, "value", single.getMemberValue()));
      found.add(made);
    }
    return found;
  }

  private static void put(AnnotationNode annotation, String name, Expression value) {
    if (value.isStringLiteralExpr()) {
      annotation.visit(name, value.asStringLiteralExpr().asString());
    } else if (value.isIntegerLiteralExpr()
        && value.asIntegerLiteralExpr().asNumber() instanceof Integer number) {
      annotation.visit(name, number);
    } else if (value.isBooleanLiteralExpr()) {
      annotation.visit(name, value.asBooleanLiteralExpr().getValue());
    } else if (value.isFieldAccessExpr()) {
      String type = value.asFieldAccessExpr().getScope().toString();
      annotation.visitEnum(
          name, JType.of(type).descriptor(), value.asFieldAccessExpr().getNameAsString());
    }
  }

  /** What a method says it throws, by internal name. */
  static List<String> exceptions(NodeWithThrownExceptions<?> method, Names names) {
    return method.getThrownExceptions().stream().map(each -> names.type(each).internal()).toList();
  }
}
