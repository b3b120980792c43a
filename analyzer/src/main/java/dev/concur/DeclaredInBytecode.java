package dev.concur;

import dev.concur.model.MethodRef;
import dev.concur.model.Spot;
import dev.concur.read.Annotation;
import dev.concur.read.ClassFacts;
import dev.concur.read.MethodFacts;
import dev.concur.rule.Finding;
import dev.concur.rule.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Annotations called {@code SuppressConcur}, whatever their package, that were kept in class files.
 * One on a method covers its lambdas and the anonymous and local classes it makes.
 */
final class DeclaredInBytecode {

  private static final String NAME = "SuppressConcur";
  private static final List<String> RULES = List.of("value", "rules", "rule");
  private static final List<String> REASONS = List.of("justification", "reason", "why");

  private final Map<String, ClassFacts> classes = new TreeMap<>();
  private final List<Declaration> found = new ArrayList<>();

  DeclaredInBytecode(Collection<ClassFacts> roots) {
    roots.forEach(each -> classes.put(each.name(), each));
    roots.forEach(this::collect);
  }

  List<Declaration> found() {
    return found;
  }

  private void collect(ClassFacts type) {
    collect(
        type.annotations(),
        new Spot(type.name(), "<class>", "", type.sourceFile(), 0, ""),
        finding -> within(finding.at().className(), type.name()));
    for (MethodFacts method : type.methods()) {
      if (method.annotations().stream().anyMatch(DeclaredInBytecode::ours)) {
        Set<MethodRef> inside = new Enclosed(classes).in(method);
        collect(
            method.annotations(),
            method.spot(),
            finding -> inside.contains(finding.at().methodRef()));
      }
    }
  }

  private void collect(List<Annotation> annotations, Spot at, Predicate<Finding> covers) {
    for (Annotation each : annotations) {
      if (ours(each)) {
        Finding.Suppression by = new Finding.Suppression("annotation", text(each, REASONS));
        rules(each).forEach(rule -> found.add(declaration(at, rule, covers, by)));
      }
    }
  }

  private static Declaration declaration(
      Spot at, String rule, Predicate<Finding> covers, Finding.Suppression by) {
    String text = rule.equals("*") ? NAME : NAME + " " + rule;
    return new Declaration(
        at.className() + "#" + at.method(),
        rule,
        covers,
        by,
        Optional.of(new Subject.OfSuppression(at, text)));
  }

  private static boolean ours(Annotation annotation) {
    return annotation.simpleType().equals(NAME);
  }

  /** Whether a class is this one or declared somewhere inside it. */
  private boolean within(String className, String outer) {
    for (String each = className; !each.isEmpty(); each = outerOf(each)) {
      if (each.equals(outer)) {
        return true;
      }
    }
    return false;
  }

  private String outerOf(String className) {
    ClassFacts facts = classes.get(className);
    return facts == null ? "" : facts.outer();
  }

  private static List<String> rules(Annotation annotation) {
    for (String key : RULES) {
      Object value = annotation.values().get(key);
      if (value instanceof List<?> many && !many.isEmpty()) {
        return many.stream().map(DeclaredInBytecode::rule).toList();
      }
      if (value instanceof String one && !one.isEmpty()) {
        return List.of(rule(one));
      }
    }
    return List.of("*");
  }

  private static String rule(Object said) {
    return said.toString().replaceFirst("^concur:", "");
  }

  private static String text(Annotation annotation, List<String> keys) {
    return keys.stream()
        .map(key -> annotation.values().getOrDefault(key, ""))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(said -> !said.isEmpty())
        .findFirst()
        .orElse("");
  }
}
