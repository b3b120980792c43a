package dev.concur.read;

import dev.concur.model.MethodRef;
import java.util.List;
import java.util.Optional;

/**
 * Where a value came from, inside one method. Nesting is at most {@value #DEPTH} deep; below that
 * it is opaque.
 *
 * <p>Equality of the kinds that are met all the time is written out: a record's own is slow where
 * only the first compiler runs.
 */
public sealed interface Value {

  /** How deep values nest before they become opaque. */
  int DEPTH = 6;

  /** A parameter; index 0 is the receiver unless the method is static. Type is a descriptor. */
  record Parameter(int index, String type) implements Value {

    @Override
    public boolean equals(Object other) {
      return this == other
          || (other instanceof Parameter own && index == own.index && type.equals(own.type));
    }

    @Override
    public int hashCode() {
      return 31 * index + type.hashCode();
    }
  }

  /** A number or a string. */
  record Constant(Object value) implements Value {

    @Override
    public boolean equals(Object other) {
      return this == other || (other instanceof Constant own && value.equals(own.value));
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }
  }

  /** The null reference. */
  record Null() implements Value {}

  /** A class literal, by binary name. */
  record ClassLiteral(String name) implements Value {}

  /** What a field held; base is empty for a static field. */
  record FieldOf(FieldRef field, Optional<Value> base) implements Value {

    @Override
    public boolean equals(Object other) {
      return this == other
          || (other instanceof FieldOf own && field.equals(own.field) && base.equals(own.base));
    }

    @Override
    public int hashCode() {
      return 31 * field.hashCode() + base.hashCode();
    }
  }

  /**
   * An object made here; the constructor call has it as first argument. Site is unique in the
   * method.
   */
  record New(String type, int site) implements Value {

    @Override
    public boolean equals(Object other) {
      return this == other
          || (other instanceof New own && site == own.site && type.equals(own.type));
    }

    @Override
    public int hashCode() {
      return 31 * type.hashCode() + site;
    }
  }

  /** An array made here; type is its descriptor. */
  record NewArray(String type, Value length, int site) implements Value {}

  /** What the call with this op id returned. */
  record Result(int op, MethodRef callee) implements Value {

    /** An op calls one method, so its number tells nearly all apart. */
    @Override
    public int hashCode() {
      return op;
    }

    @Override
    public boolean equals(Object other) {
      return this == other
          || (other instanceof Result own && op == own.op && callee.equals(own.callee));
    }
  }

  /**
   * A lambda or method reference made here.
   *
   * @param body the method that runs
   * @param how how that method is called
   * @param captured values it closes over, in front of its parameters (the receiver included)
   * @param interfaceName binary name of the functional interface
   * @param interfaceMethod name of its method
   * @param interfaceDescriptor erased descriptor of its method
   */
  record Lambda(
      MethodRef body,
      Op.How how,
      List<Value> captured,
      String interfaceName,
      String interfaceMethod,
      String interfaceDescriptor)
      implements Value {
    public Lambda {
      captured = List.copyOf(captured);
    }
  }

  /** An element of an array. */
  record Element(Value array) implements Value {

    @Override
    public boolean equals(Object other) {
      return this == other || (other instanceof Element own && array.equals(own.array));
    }

    @Override
    public int hashCode() {
      return array.hashCode();
    }
  }

  /** The length of an array. */
  record Length(Value array) implements Value {

    @Override
    public boolean equals(Object other) {
      return this == other || (other instanceof Length own && array.equals(own.array));
    }

    @Override
    public int hashCode() {
      return array.hashCode();
    }
  }

  /** The result of an operator on numbers. */
  record Arithmetic(char operator, Value left, Value right) implements Value {

    @Override
    public boolean equals(Object other) {
      return this == other
          || (other instanceof Arithmetic own
              && operator == own.operator
              && left.equals(own.left)
              && right.equals(own.right));
    }

    @Override
    public int hashCode() {
      return 31 * (31 * operator + left.hashCode()) + right.hashCode();
    }
  }

  /** Where values of several paths meet; inputs in {@link MethodFacts#phis()} at this index. */
  record Phi(int index) implements Value {

    @Override
    public boolean equals(Object other) {
      return this == other || (other instanceof Phi own && index == own.index);
    }

    @Override
    public int hashCode() {
      return index;
    }
  }

  /** An exception that was caught; binary name of the declared type. */
  record Caught(String type) implements Value {}

  /** Something we do not follow; descriptor of its type, or empty. */
  record Opaque(String type) implements Value {}
}
