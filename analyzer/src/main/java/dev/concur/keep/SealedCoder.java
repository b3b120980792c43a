package dev.concur.keep;

import java.io.IOException;
import java.util.Arrays;

/** One of a closed family: which of them, then itself. */
final class SealedCoder implements Coder {

  private final Class<?>[] family;
  private final Coder[] coders;

  SealedCoder(Class<?> type) {
    family = type.getPermittedSubclasses();
    coders = new Coder[family.length];
  }

  void resolve(Coders all) {
    Arrays.setAll(coders, i -> all.coder(family[i]));
  }

  @Override
  public void write(RecordWriter out, Object value) throws IOException {
    for (int i = 0; i < family.length; i++) {
      if (family[i].isInstance(value)) {
        out.number(i);
        coders[i].write(out, value);
        return;
      }
    }
    throw new IllegalStateException("not one of the family: " + value.getClass());
  }

  @Override
  public Object read(RecordReader in) throws IOException {
    return coders[in.size()].read(in);
  }
}
