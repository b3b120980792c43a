package tariff.engine;

/** A tariff as the engine runs it: an operation and an operand each. */
public record Program(String name, int[] code) {
  public static final int PUSH = 0;
  public static final int LOAD = 1;
  public static final int STORE = 2;
  public static final int ADD = 3;
  public static final int MUL = 4;
  public static final int MOD = 5;
  public static final int JUMP_POSITIVE = 6;
  public static final int END = 7;
}
