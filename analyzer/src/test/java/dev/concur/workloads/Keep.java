package dev.concur.workloads;

import dev.concur.workloads.Workload.Task;

/** Keeps results, so that no compiler leaves out the work that nobody asks the result of. */
final class Keep {

  private static volatile double number;
  private static volatile Object object;

  private Keep() {}

  /** Gives a number. */
  interface Numbers {
    double at(int index) throws Exception;
  }

  /** Gives an object. */
  interface Objects {
    Object at(int index) throws Exception;
  }

  static Task number(Numbers numbers) {
    return index -> number = numbers.at(index);
  }

  static Task object(Objects objects) {
    return index -> object = objects.at(index);
  }

  static void it(double value) {
    number = value;
  }
}
