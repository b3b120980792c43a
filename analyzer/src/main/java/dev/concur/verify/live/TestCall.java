package dev.concur.verify.live;

/**
 * A call that a test of the user's makes.
 *
 * @param test the test as its framework names it
 * @param number of the call among those that the test makes to the method, from 1
 */
public record TestCall(String test, int number) {

  private static final String LAST_SEGMENT =
      "^.*\\[(?:class|runner|nested-class):([^]]*)](?:/\\[(?:test|method|test-template|test-factory):([^](]*)[^]]*].*)?$";

  /** In one word, to be read again. */
  String inOneLine() {
    return number + " " + test;
  }

  /** Reads what {@link #inOneLine} wrote. */
  static TestCall parse(String line) {
    int space = line.indexOf(' ');
    return new TestCall(line.substring(space + 1), Integer.parseInt(line.substring(0, space)));
  }

  /** The test as a reader would name it. */
  public String testInWords() {
    String plain = test.replaceFirst(LAST_SEGMENT, "$1#$2");
    return plain.endsWith("#") ? plain.substring(0, plain.length() - 1) : plain;
  }
}
