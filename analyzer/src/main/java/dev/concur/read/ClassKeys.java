package dev.concur.read;

import java.util.Set;

/**
 * Keys of which there are a handful, and as many as the program has classes: what is looked up by a
 * class or by its name is soon there for good.
 */
public final class ClassKeys {

  private static final Set<String> NAMES =
      Set.of("getName", "getSimpleName", "getTypeName", "getCanonicalName");

  private ClassKeys() {}

  /** Whether a value is a class, or the name of one. */
  public static boolean is(Value key) {
    if (key instanceof Value.Result result) {
      boolean name =
          result.callee().owner().equals("java.lang.Class")
              && NAMES.contains(result.callee().name());
      return name || result.callee().descriptor().endsWith(")Ljava/lang/Class;");
    }
    return key instanceof Value.ClassLiteral
        || (key instanceof Value.Parameter parameter
            && parameter.type().equals("Ljava/lang/Class;"))
        || (key instanceof Value.FieldOf field
            && field.field().descriptor().equals("Ljava/lang/Class;"));
  }
}
