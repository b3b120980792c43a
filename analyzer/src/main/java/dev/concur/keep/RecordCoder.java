package dev.concur.keep;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** A record, component by component; one that was met before is a number. */
final class RecordCoder implements Coder {

  private final Class<?> type;
  private final Method[] accessors;
  private final Coder[] parts;
  private final Constructor<?> constructor;

  RecordCoder(Class<?> type) {
    this.type = type;
    RecordComponent[] components = type.getRecordComponents();
    accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
    parts = new Coder[components.length];
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      constructor = type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record without its constructor: " + type, e);
    }
    constructor.setAccessible(true);
    Arrays.stream(accessors).forEach(accessor -> accessor.setAccessible(true));
  }

  void resolve(Coders coders) {
    RecordComponent[] components = type.getRecordComponents();
    for (int i = 0; i < parts.length; i++) {
      parts[i] = coders.coder(components[i].getGenericType());
    }
  }

  @Override
  public void write(RecordWriter out, Object value) throws IOException {
    if (out.again(value)) {
      return;
    }
    try {
      for (int i = 0; i < parts.length; i++) {
        parts[i].write(out, accessors[i].invoke(value));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot be written: " + type, e);
    }
    out.wrote(value);
  }

  @Override
  public Object read(RecordReader in) throws IOException {
    int known = in.size();
    if (known > 0) {
      return in.record(known);
    }
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = parts[i].read(in);
    }
    try {
      Object made = constructor.newInstance(values);
      in.made(made);
      return made;
    } catch (ReflectiveOperationException e) {
      throw new IOException("cannot be read: " + type, e);
    }
  }
}
