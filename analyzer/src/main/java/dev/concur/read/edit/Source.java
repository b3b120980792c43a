package dev.concur.read.edit;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithModifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One parsed text with its lines. */
record Source(CompilationUnit unit, List<String> lines) {

  static Optional<Source> of(String text) {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(LanguageLevel.BLEEDING_EDGE)
            .setAttributeComments(false);
    ParseResult<CompilationUnit> parsed = new JavaParser(configuration).parse(text);
    return parsed
        .getResult()
        .filter(any -> parsed.isSuccessful())
        .map(unit -> new Source(unit, text.lines().toList()));
  }

  /** The only field of this name, when it is private and declared alone. */
  Optional<FieldDeclaration> privateField(String name) {
    List<VariableDeclarator> all =
        unit.findAll(VariableDeclarator.class, each -> each.getNameAsString().equals(name));
    if (all.size() != 1 || !(all.get(0).getParentNode().orElse(null) instanceof FieldDeclaration)) {
      return Optional.empty(); // a local of the same name, or none
    }
    return ancestor(all.get(0), FieldDeclaration.class)
        .filter(field -> field.isPrivate() && field.getVariables().size() == 1);
  }

  /** The nearest node of this type around another. */
  static <T extends Node> Optional<T> ancestor(Node node, Class<T> type) {
    return node.getParentNode()
        .flatMap(
            parent ->
                type.isInstance(parent) ? Optional.of(type.cast(parent)) : ancestor(parent, type));
  }

  /** All uses of a name as a value, be it {@code x} or {@code this.x}; declarations are none. */
  List<Node> uses(String name) {
    List<Node> uses = new ArrayList<>();
    unit.findAll(FieldAccessExpr.class, each -> each.getNameAsString().equals(name))
        .forEach(uses::add);
    unit.findAll(NameExpr.class, each -> each.getNameAsString().equals(name)).forEach(uses::add);
    return uses;
  }

  /** Whether a parameter has this name, which would hide the field. */
  boolean hides(String name) {
    return !unit.findAll(
            com.github.javaparser.ast.body.Parameter.class,
            each -> each.getNameAsString().equals(name))
        .isEmpty();
  }

  /** The import of a type, when it is not there yet. */
  List<Edit> importing(String type) {
    String folder = type.substring(0, type.lastIndexOf('.'));
    boolean there =
        unit.getImports().stream()
            .anyMatch(
                each ->
                    each.getNameAsString().equals(type)
                        || (each.isAsterisk() && each.getNameAsString().equals(folder)));
    String blank = unit.getImports().isEmpty() ? "\n" : "";
    return there
        ? List.of()
        : List.of(Edit.insert(importsAt(type), blank + "import " + type + ";\n"));
  }

  /** Before the first import that comes after it, else behind the last. */
  private Position importsAt(String type) {
    NodeList<ImportDeclaration> imports = unit.getImports();
    for (ImportDeclaration each : imports) {
      if (!each.isStatic() && each.getNameAsString().compareTo(type) > 0) {
        return each.getRange().orElseThrow().begin;
      }
    }
    int line =
        imports.isEmpty()
            ? unit.getPackageDeclaration().flatMap(Node::getEnd).map(end -> end.line).orElse(0)
            : imports.get(imports.size() - 1).getRange().orElseThrow().end.line;
    return new Position(line + 1, 1);
  }

  /** Takes {@code synchronized} and the blank behind it away. */
  static List<Edit> unsynchronized(NodeWithModifiers<?> declaration) {
    return declaration.getModifiers().stream()
        .filter(each -> each.getKeyword() == Modifier.Keyword.SYNCHRONIZED)
        .map(each -> each.getRange().orElseThrow())
        .map(
            range ->
                new Edit(
                    range.begin.line, range.begin.column, range.end.line, range.end.column + 2, ""))
        .toList();
  }
}
