package io.bandstand.venue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Speaks with the gates: frames with a length before them. */
public class GateClient implements AutoCloseable {

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final BitSet admitted = new BitSet();
  private final AtomicBoolean open = new AtomicBoolean();

  public GateClient(String host, int port) throws IOException {
    socket = new Socket(host, port);
    socket.setTcpNoDelay(true);
    in = new DataInputStream(socket.getInputStream());
    out = new DataOutputStream(socket.getOutputStream());
  }

  public String ask(String question) throws IOException {
    byte[] frame = frame(question);
    out.write(frame);
    out.flush();
    byte[] answer = new byte[in.readInt()];
    in.readFully(answer);
    return new String(answer, StandardCharsets.UTF_8);
  }

  static byte[] frame(String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    byte[] frame = new byte[body.length + 4];
    for (int i = 0; i < 4; i++) {
      frame[i] = (byte) (body.length >> (24 - 8 * i));
    }
    System.arraycopy(body, 0, frame, 4, body.length);
    return frame;
  }

  /** Whether that ticket comes for the first time. */
  public synchronized boolean first(int number) {
    boolean known = admitted.get(number);
    admitted.set(number);
    return !known;
  }

  public boolean admit(int number) throws IOException {
    return first(number) && ask("admit " + number).contains("admit");
  }

  public boolean openGate() {
    return open.compareAndSet(false, true);
  }

  /** Waits until all gates have answered. */
  public static boolean allReady(CountDownLatch gates, long millis) throws InterruptedException {
    return gates.await(millis, TimeUnit.MILLISECONDS);
  }

  /** Waits for the slower of two. */
  public static String both(CompletableFuture<String> one, CompletableFuture<String> other) {
    return one.thenCombine(other, (a, b) -> a + b).join();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
