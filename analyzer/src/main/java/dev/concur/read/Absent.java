package dev.concur.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is rarely so outside of the program's own tables: a file or folder that is not there yet and
 * is made for that, as in {@code folder.exists() || folder.mkdirs()}, and a queue without room.
 */
final class Absent {

  private static final Pattern THERE =
      Pattern.compile("(not)?(exists|isDirectory|isRegularFile|isFile)");

  private static final Pattern MAKES =
      Pattern.compile("mkdirs?|createNewFile|create(File|Director(y|ies))");

  private Absent() {}

  /** Whether an answer says that something is missing or full, and these blocks deal with that. */
  static boolean says(Body body, Value asked, Op.Test test, List<Integer> behind) {
    if (!(asked instanceof Value.Result answer)
        || !answer.callee().descriptor().endsWith(")Z")
        || !answer.callee().owner().startsWith("java.")) {
      return false;
    }
    String name = answer.callee().name();
    if (name.equals("offer")) {
      return test == Op.Test.EQUAL;
    }
    Op.Test missing = name.startsWith("not") ? Op.Test.NOT_EQUAL : Op.Test.EQUAL;
    return test == missing
        && THERE.matcher(name).matches()
        && first(body.call(answer.op())).filter(path -> made(body, path, behind)).isPresent();
  }

  private static Optional<Value> first(Optional<Op.Call> call) {
    return call.map(Op.Call::arguments)
        .filter(arguments -> !arguments.isEmpty())
        .map(arguments -> arguments.get(0));
  }

  private static boolean made(Body body, Value path, List<Integer> behind) {
    return behind.stream()
        .flatMap(block -> body.ops().get(block).stream())
        .anyMatch(
            op ->
                op instanceof Op.Call call
                    && MAKES.matcher(call.callee().name()).matches()
                    && first(Optional.of(call)).filter(path::equals).isPresent());
  }
}
