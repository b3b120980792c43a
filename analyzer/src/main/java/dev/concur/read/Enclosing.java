package dev.concur.read;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.Optional;

/** The class and method around a place in a source, by the names that the compiler gives them. */
final class Enclosing {

  private Enclosing() {}

  /** Binary name of the nearest named class that is not local, the node itself included. */
  static String owner(Node node) {
    String name = "";
    for (Optional<Node> at = Optional.of(node); at.isPresent(); at = at.get().getParentNode()) {
      if (at.get() instanceof TypeDeclaration<?> type && !local(type)) {
        name = type.getNameAsString() + (name.isEmpty() ? "" : "$" + name);
      }
      if (at.get() instanceof CompilationUnit unit && unit.getPackageDeclaration().isPresent()) {
        name = unit.getPackageDeclaration().get().getNameAsString() + "." + name;
      }
    }
    return name;
  }

  private static boolean local(TypeDeclaration<?> type) {
    return !type.isTopLevelType() && !type.isNestedType();
  }

  /** Name of the nearest method, the node itself included; empty outside of methods. */
  static String method(Node node) {
    for (Optional<Node> at = Optional.of(node); at.isPresent(); at = at.get().getParentNode()) {
      if (at.get() instanceof MethodDeclaration method) {
        return method.getNameAsString();
      }
      if (at.get() instanceof ConstructorDeclaration) {
        return "<init>";
      }
    }
    return "";
  }
}
