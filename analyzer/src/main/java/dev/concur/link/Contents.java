package dev.concur.link;

import dev.concur.read.MethodFacts;
import dev.concur.read.Op;
import dev.concur.read.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the scanned program puts into collections: listeners in a list, handlers in a map, tasks in
 * a queue.
 *
 * <p>A collection is known by where it was made. What is put into it as another collection's whole
 * content is not followed, so what is found need not be all.
 */
final class Contents {

  private static final Pattern PUTS =
      Pattern.compile("(add|put|offer|push|set)(First|Last|IfAbsent)?|addElement|enqueue");

  private static final Pattern TAKES =
      Pattern.compile(
          "(get|poll|peek|remove|take|pop|pollNow)(First|Last|OrDefault)?|next|element|getValue"
              + "|orElse(Throw)?|nextElement|firstElement");

  /** From a collection to its elements, one by one, as they are. */
  private static final Pattern VIEWS =
      Pattern.compile(
          "iterator|listIterator|descending(Iterator|Set|Map)|(parallelS|s)tream|values|entrySet"
              + "|keySet|filter|sorted|limit|skip|distinct|find(First|Any)|reversed|elements"
              + "|parallel|sequential|unordered|onClose|toList|next");

  private static final Pattern LISTED = Pattern.compile("of|asList|ofEntries|entry");

  /** Views of views; longer pipelines are not followed. */
  private static final int VIEWED = 8;

  /** More than this many contents say nothing. */
  private static final int MANY = 12;

  private final Linked linked;
  private @Nullable Map<Origin, List<Origin>> all;

  Contents(Linked linked) {
    this.linked = linked;
  }

  /** What a call of the JDK that takes something out of a collection may answer. */
  List<Origin> taken(MethodFacts in, Op.Call call) {
    boolean takes =
        inCollections(call.callee().owner()) && TAKES.matcher(call.callee().name()).matches();
    return takes && call.receiver().isPresent() ? of(in, call.arguments().get(0)) : List.of();
  }

  /** What a lambda is given that is handed to a method of a collection, such as forEach. */
  List<Origin> handed(MethodFacts in, Value.Lambda lambda) {
    return in.calls().stream()
        .filter(call -> call.receiver().isPresent() && inCollections(call.callee().owner()))
        .filter(call -> call.arguments().contains(lambda))
        .findFirst()
        .map(call -> of(in, call.arguments().get(0)))
        .orElse(List.of());
  }

  /** What is in the collection behind a value. */
  List<Origin> of(MethodFacts in, Value collection) {
    Origin made = source(new Origin(in, collection));
    List<Origin> found = new ArrayList<>();
    for (Origin origin : linked.makers(made.in(), made.value())) {
      found.addAll(all().getOrDefault(origin, List.of()));
      found.addAll(listed(origin));
    }
    return found.size() > MANY ? List.of() : found;
  }

  private static boolean inCollections(String owner) {
    return owner.startsWith("java.util.");
  }

  /** The collection that a view or a stream was made of. */
  private Origin source(Origin viewed) {
    Origin at = viewed;
    for (int i = 0; i < VIEWED; i++) {
      Optional<Value> before = viewed(at);
      if (before.isEmpty()) {
        return at;
      }
      at = new Origin(at.in(), before.get());
    }
    return at;
  }

  private Optional<Value> viewed(Origin at) {
    return at.value() instanceof Value.Result result
            && inCollections(result.callee().owner())
            && VIEWS.matcher(result.callee().name()).matches()
        ? linked.call(at.in(), result.op()).flatMap(Op.Call::receiver)
        : Optional.empty();
  }

  /** The arguments of {@code List.of} and the like. */
  private List<Origin> listed(Origin origin) {
    if (!(origin.value() instanceof Value.Result result)
        || !inCollections(result.callee().owner())
        || !LISTED.matcher(result.callee().name()).matches()) {
      return List.of();
    }
    List<Origin> found = new ArrayList<>();
    for (Op.Call call : linked.call(origin.in(), result.op()).stream().toList()) {
      for (Value argument : call.arguments()) {
        if (argument instanceof Value.NewArray array) {
          written(origin.in(), array).forEach(value -> found.add(new Origin(origin.in(), value)));
        } else {
          found.add(new Origin(origin.in(), argument));
        }
      }
    }
    return found;
  }

  private static List<Value> written(MethodFacts in, Value.NewArray array) {
    return in.blocks().stream()
        .flatMap(block -> block.ops().stream())
        .filter(op -> op instanceof Op.ArrayWrite write && write.array().equals(array))
        .map(op -> ((Op.ArrayWrite) op).value())
        .toList();
  }

  private synchronized Map<Origin, List<Origin>> all() {
    if (all == null) {
      all = gathered();
    }
    return all;
  }

  private Map<Origin, List<Origin>> gathered() {
    Map<Origin, Set<Origin>> found = new HashMap<>();
    for (MethodFacts method : linked.roots()) {
      for (Op.Call call : method.calls()) {
        if (puts(call)) {
          Origin put = new Origin(method, call.arguments().get(call.arguments().size() - 1));
          for (Origin made : linked.makers(method, call.arguments().get(0))) {
            found.computeIfAbsent(made, key -> new LinkedHashSet<>()).add(put);
          }
        }
      }
    }
    Map<Origin, List<Origin>> result = new HashMap<>();
    found.forEach((key, values) -> result.put(key, List.copyOf(values)));
    return result;
  }

  private static boolean puts(Op.Call call) {
    return call.receiver().isPresent()
        && call.parameters() > 0
        && inCollections(call.callee().owner())
        && PUTS.matcher(call.callee().name()).matches();
  }
}
