package com.kittiwake.freight.container;

/** Steps one after the other. */
@FunctionalInterface
public interface Pipeline<I, O> {
  O run(I input) throws Exception;

  default <P> Pipeline<I, P> then(Pipeline<? super O, ? extends P> next) {
    return input -> next.run(run(input));
  }

  default Pipeline<I, O> guarded(O otherwise) {
    return input -> {
      try {
        return run(input);
      } catch (Exception e) {
        return otherwise;
      }
    };
  }
}
