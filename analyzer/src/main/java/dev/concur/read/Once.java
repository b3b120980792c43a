package dev.concur.read;

import dev.concur.model.MethodRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps what many classes say in memory once: names, references to methods and fields, constants,
 * parameters, lists of blocks. Half the memory that facts took was copies of these.
 *
 * <p>It lives as long as classes are read. Only what never changes may be shared.
 */
final class Once {

  private final Map<Object, Object> all = new ConcurrentHashMap<>();
  private final Pool pool = new Pool();

  /** The first of all things that are equal to this one. */
  @SuppressWarnings("unchecked")
  <T> T shared(T thing) {
    Object first = all.get(thing);
    if (first == null) {
      first = all.putIfAbsent(thing, thing);
    }
    return first == null ? thing : (T) first;
  }

  /** What packed bodies name; it lives as long as these. */
  Pool pool() {
    return pool;
  }

  /** The number that a thing has there. */
  int number(Object thing) {
    return pool.of(thing instanceof String text ? text(text) : shared(thing));
  }

  /** A value; those that name a place in one method are hardly ever met again, and stay. */
  Value value(Value value) {
    boolean everywhere =
        value instanceof Value.Parameter
            || value instanceof Value.Constant
            || value instanceof Value.ClassLiteral
            || value instanceof Value.Opaque
            || value instanceof Value.Phi
            || value instanceof Value.Caught
            || (value instanceof Value.FieldOf field
                && field.base().filter(base -> !(base instanceof Value.Parameter)).isEmpty());
    return everywhere ? shared(value) : value;
  }

  /** A value that is there; shared where the value is. */
  Optional<Value> present(Value value) {
    Value one = value(value);
    return one instanceof Value.Parameter ? shared(Optional.of(one)) : Optional.of(one);
  }

  /** The arguments of a call. */
  List<Value> values(List<Value> values) {
    List<Value> copy = List.copyOf(values);
    return copy.size() == 1 && copy.get(0) instanceof Value.Parameter ? shared(copy) : copy;
  }

  static String text(String text) {
    return text.intern();
  }

  /** {@code a.b.C} of {@code a/b/C}. */
  static String binary(String internal) {
    return internal.replace('/', '.').intern();
  }

  MethodRef method(String owner, String name, String descriptor) {
    return shared(new MethodRef(binary(owner), text(name), text(descriptor)));
  }

  FieldRef field(String owner, String name, String descriptor) {
    return shared(new FieldRef(binary(owner), text(name), text(descriptor)));
  }
}
