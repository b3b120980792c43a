package dev.concur.read.source;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.NameExpr;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which variables around a lambda or a local class it uses. */
final class Free {

  private Free() {}

  static Map<String, Locals.Local> in(Node body, Locals around) {
    Map<String, Locals.Local> visible = around.visible();
    Map<String, Locals.Local> used = new LinkedHashMap<>();
    for (NameExpr each : body.findAll(NameExpr.class)) {
      Locals.Local local = visible.get(each.getNameAsString());
      if (local != null) {
        used.put(each.getNameAsString(), local);
      }
    }
    return used;
  }
}
