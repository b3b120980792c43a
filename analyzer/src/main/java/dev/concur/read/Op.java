package dev.concur.read;

import dev.concur.model.MethodRef;
import java.util.List;
import java.util.Optional;

/**
 * One operation that matters to us. Ids are unique in a method and grow with the position in the
 * bytecode.
 */
public sealed interface Op {

  /** Unique in its method. */
  int id();

  /** Source line, 0 when unknown. */
  int line();

  /** Whether it puts a value where it outlives the method: in a field, an array, or the result. */
  default boolean keeps(Value value) {
    return (this instanceof FieldWrite field && field.value().equals(value))
        || (this instanceof ArrayWrite element && element.value().equals(value))
        || (this instanceof Return result && result.value().filter(value::equals).isPresent());
  }

  /**
   * A call. Arguments start with the receiver unless static; a constructor's receiver is the {@link
   * Value.New}.
   */
  record Call(int id, int line, How how, MethodRef callee, List<Value> arguments) implements Op {
    public Call {
      arguments = List.copyOf(arguments);
    }

    /** The receiver; empty for a static call. */
    public Optional<Value> receiver() {
      return how == How.STATIC ? Optional.empty() : Optional.of(arguments.get(0));
    }

    /** The argument at a position of the signature, receiver not counted. */
    public Value parameter(int position) {
      return arguments.get(how == How.STATIC ? position : position + 1);
    }

    /** How many parameters the signature has, receiver not counted. */
    public int parameters() {
      return how == How.STATIC ? arguments.size() : arguments.size() - 1;
    }
  }

  /** How a call finds its target. */
  enum How {
    VIRTUAL,
    INTERFACE,
    STATIC,
    /** Constructors, private methods, super calls: exactly the method named. */
    SPECIAL
  }

  /** A field is read; base is empty for a static field. */
  record FieldRead(int id, int line, FieldRef field, Optional<Value> base) implements Op {}

  /** A field is written. */
  record FieldWrite(int id, int line, FieldRef field, Optional<Value> base, Value value)
      implements Op {}

  /** An array element is read. */
  record ArrayRead(int id, int line, Value array, Value index) implements Op {}

  /** An array element is written. */
  record ArrayWrite(int id, int line, Value array, Value index, Value value) implements Op {}

  /** A monitor is taken. */
  record MonitorEnter(int id, int line, Value lock) implements Op {}

  /** A monitor is given back. */
  record MonitorExit(int id, int line, Value lock) implements Op {}

  /**
   * A two-way branch: when {@code left test right} holds it goes to {@code then}, else to {@code
   * otherwise}.
   */
  record Branch(int id, int line, Test test, Value left, Value right, int then, int otherwise)
      implements Op {}

  /** A comparison. */
  enum Test {
    EQUAL,
    NOT_EQUAL,
    LESS,
    GREATER_OR_EQUAL,
    GREATER,
    LESS_OR_EQUAL
  }

  /** The method returns; the value is empty for void. */
  record Return(int id, int line, Optional<Value> value) implements Op {}

  /** The method throws. */
  record Throw(int id, int line, Value value) implements Op {}
}
