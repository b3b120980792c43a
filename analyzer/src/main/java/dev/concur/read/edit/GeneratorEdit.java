package dev.concur.read.edit;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code DICE.nextInt(6)} becomes {@code ThreadLocalRandom.current().nextInt(6)}. A seed that was
 * given says that the numbers must come again, so such a generator stays.
 */
final class GeneratorEdit {

  private static final String OWN = "java.util.concurrent.ThreadLocalRandom";

  private GeneratorEdit() {}

  static List<Edit> of(Source source, String name) {
    Optional<FieldDeclaration> field =
        source
            .privateField(name)
            .filter(FieldDeclaration::isStatic)
            .filter(GeneratorEdit::unseeded);
    List<Node> uses = source.uses(name);
    if (field.isEmpty() || source.hides(name) || !uses.stream().allMatch(GeneratorEdit::draws)) {
      return List.of();
    }
    List<Edit> edits = new ArrayList<>(source.importing(OWN));
    uses.forEach(
        use ->
            edits.add(Edit.replace(use.getRange().orElseThrow(), "ThreadLocalRandom.current()")));
    return edits;
  }

  private static boolean unseeded(FieldDeclaration field) {
    return field
        .getVariable(0)
        .getInitializer()
        .map(Expression::toString)
        .filter("new Random()"::equals)
        .isPresent();
  }

  private static boolean draws(Node use) {
    return use.getParentNode().orElse(null) instanceof MethodCallExpr call
        && call.getScope().filter(use::equals).isPresent()
        && call.getNameAsString().startsWith("next")
        && !call.getNameAsString().equals("next");
  }
}
