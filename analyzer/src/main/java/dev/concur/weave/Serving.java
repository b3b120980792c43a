package dev.concur.weave;

/**
 * Loops that serve for ever: what waits for the next client answers with one for each call of the
 * method that is tried, and then ends the loop, so that a round of it is a task.
 */
public final class Serving {

  private static final int CLIENTS = 1;

  /** How many clients came in this call, in one number. */
  private static final ThreadLocal<int[]> COME = ThreadLocal.withInitial(() -> new int[1]);

  private Serving() {}

  /** Ends a loop; an error, since such loops go on after an exception. */
  public static final class Ended extends Error {
    private static final long serialVersionUID = 1;

    Ended() {
      super("no more clients come", null, false, false);
    }
  }

  /** A call of the method begins on this thread. */
  public static void begin() {
    COME.get()[0] = 0;
  }

  /** Before the next client is waited for, where the call does so. */
  static void await(String name, String descriptor) {
    if (name.equals("accept")
        && (descriptor.equals("()Ljava/net/Socket;")
            || descriptor.equals("()Ljava/nio/channels/SocketChannel;"))
        && COME.get()[0]++ >= CLIENTS) {
      throw new Ended();
    }
  }
}
