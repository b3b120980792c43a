package dev.concur.lock;

import dev.concur.model.Happening;
import dev.concur.model.Interval;
import dev.concur.model.MethodRef;
import java.util.List;
import java.util.regex.Pattern;

/** Code that outsiders supply, of which we see nothing: what it is taken to cost. */
final class Strangers {

  /**
   * The geometric mean of an accessor (100 ns) and a query to a database (5 ms), since it may be
   * either.
   */
  static final Interval NANOS = new Interval(1e2, 2e4, 1e7);

  /** Contracts that are about data: comparing, testing, iterating. Nobody waits in those. */
  private static final Pattern LIGHT =
      Pattern.compile(
          "java\\.lang\\.(Comparable|CharSequence|Iterable|Object|Appendable|Number)"
              + "|java\\.util\\.(Comparator|Iterator|ListIterator|Enumeration|Collection|List|Set|Map"
              + "|Map\\$Entry|SortedMap|NavigableMap|Queue|Deque|Spliterator.*|PrimitiveIterator.*"
              + "|concurrent\\.ConcurrentMap|concurrent\\.atomic\\..*)"
              + "|java\\.util\\.function\\.(To\\w+|\\w*Predicate|\\w*Operator|ObjIntConsumer|BooleanSupplier)"
              + "|java\\.security\\.PrivilegedAction|java\\.time\\..*|java\\.io\\.File(name)?Filter");

  private Strangers() {}

  /** Whether nobody would do work behind this type. */
  static boolean light(Happening.CallsOut call) {
    return LIGHT.matcher(call.type()).matches();
  }

  /** What tells of its object or sets it up: nobody works long in those. */
  private static final Pattern ACCESSOR =
      Pattern.compile(
          "(get|is|has|can|set|needs|supports|should|matches|accepts?)([A-Z].*)?|size|name|length|key|value|type|hashCode|equals|toString|compareTo|compare|clone");

  /** Whether strangers may work for long behind a call that leads out of the program. */
  static boolean work(MethodRef callee) {
    boolean accessor = ACCESSOR.matcher(callee.name()).matches();
    boolean function = callee.owner().startsWith("java.util.function.");
    return (function || !accessor) && !LIGHT.matcher(callee.owner()).matches();
  }

  /** Whether strangers may work in what happens here. */
  static boolean work(List<Happening> happenings) {
    return happenings.stream()
        .anyMatch(each -> each instanceof Happening.CallsOut call && !light(call));
  }
}
