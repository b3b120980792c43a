package dev.concur.read;

import java.util.Arrays;

/**
 * Locals and operand stack at one point. A long or double takes two slots, the second is {@link
 * Values#FILLER}.
 */
final class Frame {

  final Value[] slots;
  final int locals;
  int top;

  Frame(int locals, int stack) {
    this.slots = new Value[locals + stack];
    this.locals = locals;
    this.top = locals;
  }

  private Frame(Value[] slots, int locals, int top) {
    this.slots = slots;
    this.locals = locals;
    this.top = top;
  }

  Frame copy() {
    return new Frame(slots.clone(), locals, top);
  }

  /** The same locals under a stack that holds only a caught exception. */
  Frame catching(Value exception) {
    Value[] caught = Arrays.copyOf(slots, Math.max(slots.length, locals + 1));
    Arrays.fill(caught, locals, caught.length, null);
    caught[locals] = exception;
    return new Frame(caught, locals, locals + 1);
  }

  Value local(int index) {
    Value value = slots[index];
    return value == null ? new Value.Opaque("") : value;
  }

  void store(int index, Value value, int size) {
    slots[index] = value;
    if (size == 2) {
      slots[index + 1] = Values.FILLER;
    }
  }

  void push(Value value) {
    slots[top++] = value;
  }

  void push(Value value, int size) {
    push(value);
    if (size == 2) {
      push(Values.FILLER);
    }
  }

  /** Takes one slot off the stack. */
  Value pop() {
    Value value = slots[--top];
    slots[top] = null;
    return value;
  }

  /** Takes a value of this many slots off the stack. */
  Value pop(int size) {
    if (size == 2) {
      pop();
    }
    return pop();
  }
}
