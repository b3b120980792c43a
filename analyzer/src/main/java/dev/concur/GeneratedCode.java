package dev.concur;

import dev.concur.model.MethodRef;
import dev.concur.read.Annotation;
import dev.concur.read.ClassFacts;
import dev.concur.read.Facts;
import dev.concur.read.MethodFacts;
import dev.concur.rule.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Classes and methods that say of themselves that a tool wrote them. Of the many annotations called
 * {@code Generated} only those that are kept in class files are seen, as that of Lombok is.
 */
final class GeneratedCode {

  private static final String NAME = "Generated";

  private final Map<String, ClassFacts> classes = new TreeMap<>();
  private final Set<MethodRef> methods = new HashSet<>();

  GeneratedCode(Facts facts) {
    facts.roots().forEach(each -> classes.put(each.name(), each));
    for (ClassFacts type : facts.roots()) {
      for (MethodFacts method : type.methods()) {
        if (said(method.annotations())) {
          methods.addAll(new Enclosed(classes).in(method));
        }
      }
    }
  }

  /** Whether a tool wrote the place of this finding. */
  boolean has(Finding finding) {
    return methods.contains(finding.at().methodRef()) || within(finding.at().className());
  }

  private boolean within(String className) {
    ClassFacts type = classes.get(className);
    return type != null && (said(type.annotations()) || within(type.outer()));
  }

  private static boolean said(List<Annotation> annotations) {
    return annotations.stream().anyMatch(each -> each.simpleType().equals(NAME));
  }
}
