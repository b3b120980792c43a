package dev.concur.lock;

import dev.concur.read.FieldRef;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.Optional;

/**
 * Class literals as compilers wrote them before Java 5: a static field {@code class$a$b$C} that a
 * method {@code class$} fills by name. The lock behind all of these is the class object.
 */
final class OldLiterals {

  private static final String PREFIX = "class$";

  private OldLiterals() {}

  /** The class that a field stands for. */
  static Optional<LockName> of(FieldRef field) {
    boolean literal =
        field.name().startsWith(PREFIX) && field.descriptor().equals("Ljava/lang/Class;");
    return literal
        ? Optional.of(
            new LockName.OfClass(field.name().substring(PREFIX.length()).replace('$', '.')))
        : Optional.empty();
  }

  /** The class that a call finds by its name. */
  static Optional<LockName> of(Op.Call call) {
    return call.callee().name().equals(PREFIX)
            && call.parameters() == 1
            && call.parameter(0) instanceof Value.Constant name
        ? Optional.of(new LockName.OfClass(String.valueOf(name.value())))
        : Optional.empty();
  }
}
