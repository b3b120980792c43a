package dev.concur.cost;

import dev.concur.model.Kind;
import dev.concur.read.Block;
import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.PerMethod;
import dev.concur.read.Value;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What sort of computing a method's own loops do.
 *
 * <p>Elements of arrays that are compared with each other and change places are sorted; what reads
 * and writes characters works on text; what calls collections only, or works off a queue, is
 * neither; all else is arithmetic.
 */
final class OwnWork {

  /** Comparing texts is done for what they stand for, not for their characters. */
  private static final Set<String> COMPARES =
      Set.of("equals", "hashCode", "isEmpty", "valueOf", "equalsIgnoreCase", "compareTo");

  private static final Pattern QUEUES = Pattern.compile(".*(Queue|Deque)");

  private static final Pattern NEXT =
      Pattern.compile("(poll|pop|removeFirst|removeLast|pollFirst|pollLast)");

  private final PerMethod<Kind> known = new PerMethod<>();

  Kind of(MethodFacts method) {
    return known.computeIfAbsent(method, OwnWork::look);
  }

  /** Whether a method works off a queue or a stack in a loop. */
  static boolean searches(MethodFacts method) {
    return method.blocks().stream()
        .filter(block -> block.loop() >= 0)
        .flatMap(block -> block.ops().stream())
        .anyMatch(op -> op instanceof Op.Call call && takesNext(call));
  }

  private static Kind look(MethodFacts method) {
    int text = 0;
    int numbers = 0;
    int collections = 0;
    int images = 0;
    boolean moves = false;
    boolean compares = false;
    for (Block block : method.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Call call) {
          String owner = call.callee().owner();
          images += isImage(owner) && block.loop() >= 0 ? 1 : 0;
          moves |= movesInList(call);
          text += isText(owner) && !COMPARES.contains(call.callee().name()) ? 1 : 0;
          numbers += isNumbers(owner) ? 1 : 0;
          collections += owner.startsWith("java.util.") && !isNumbers(owner) ? 1 : 0;
        } else if (op instanceof Op.ArrayRead || op instanceof Op.ArrayWrite) {
          numbers++;
          moves |= moves(op, method);
        } else if (op instanceof Op.FieldRead read) {
          numbers += isFraction(read.field().descriptor()) ? 1 : 0;
        } else if (op instanceof Op.Branch branch) {
          compares |= (isElement(branch.left()) && isElement(branch.right())) || compared(branch);
        }
      }
    }
    if (moves && compares) {
      return Kind.SORT;
    }
    if (images > 0 || goesThroughPicture(method)) {
      return Kind.IMAGE;
    }
    if (text > 0 && 2 * text >= numbers) {
      return Kind.TEXT;
    }
    return searches(method) || collections > 2 * numbers ? Kind.OTHER : Kind.MATHS;
  }

  /** Working off what is still to be looked at, as searches of graphs and schedulers do. */
  private static boolean takesNext(Op.Call call) {
    String owner = call.callee().owner();
    boolean takes = NEXT.matcher(call.callee().name()).matches();
    return owner.startsWith("java.util.")
        && (takes || (QUEUES.matcher(owner).matches() && removes(call)));
  }

  private static boolean removes(Op.Call call) {
    return call.callee().name().equals("remove") && call.parameters() == 0;
  }

  private static boolean isFraction(String descriptor) {
    return descriptor.equals("D") || descriptor.equals("F");
  }

  private static boolean isText(String owner) {
    return owner.equals("java.lang.String")
        || owner.startsWith("java.lang.StringBu")
        || owner.equals("java.lang.Character")
        || owner.equals("java.lang.CharSequence")
        || owner.startsWith("java.util.regex.")
        || owner.equals("java.util.StringJoiner")
        || owner.startsWith("java.text.");
  }

  private static boolean goesThroughPicture(MethodFacts method) {
    return method.loops().stream().anyMatch(loop -> Pictures.bound(loop.over()).isPresent());
  }

  private static boolean isImage(String owner) {
    return owner.startsWith("java.awt.image.");
  }

  /** Putting at one place of a list what was at another. */
  private static boolean movesInList(Op.Call call) {
    return call.callee().name().equals("set")
        && call.callee().owner().startsWith("java.util.")
        && call.parameters() == 2
        && call.parameter(1) instanceof Value.Result taken
        && taken.callee().name().equals("get");
  }

  private static boolean isNumbers(String owner) {
    return owner.equals("java.lang.Math")
        || owner.startsWith("java.math.")
        || owner.equals("java.util.Random")
        || owner.equals("java.util.concurrent.ThreadLocalRandom");
  }

  private static boolean moves(Op op, MethodFacts method) {
    return op instanceof Op.ArrayWrite write
        && inputs(write.value(), method).stream().anyMatch(OwnWork::isElement);
  }

  private static List<Value> inputs(Value value, MethodFacts method) {
    return value instanceof Value.Phi phi ? method.phis().get(phi.index()) : List.of(value);
  }

  private static boolean isElement(Value value) {
    return value instanceof Value.Element;
  }

  private static boolean compared(Op.Branch branch) {
    return branch.left() instanceof Value.Result result
        && result.callee().name().startsWith("compare");
  }
}
