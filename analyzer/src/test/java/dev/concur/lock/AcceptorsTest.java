package dev.concur.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.concur.model.GilLike;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Threads that accept connections, and serve them or leave that to others. */
class AcceptorsTest {

  @Test
  void who_accepts_and_serves_lets_clients_wait_for_each_other() {
    assertNotEquals(GilLike.NO, inn("serve(guest);").gil("the one thread of Inn"));
  }

  @Test
  void who_hands_connections_on_only_accepts() {
    assertEquals(List.of(), threads(inn("new Thread(() -> serve(guest)).start();")));
  }

  @Test
  void who_selects_what_can_be_accepted_and_read_serves_all() {
    assertNotEquals(GilLike.NO, post("desk.handle(key);").gil("the one thread of Post"));
    assertEquals(List.of(), threads(post("clerks.execute(() -> desk.handle(key));")));
  }

  private static List<String> threads(Found found) {
    return found.ids().stream().filter(id -> id.startsWith("the one thread")).toList();
  }

  private static Found inn(String serves) {
    return Found.in(
        """
        import java.io.*;
        import java.net.*;
        public class Inn implements Runnable {
          public void run() {
            try (ServerSocket door = new ServerSocket(80)) {
              while (!door.isClosed()) {
                Socket guest = door.accept();
                %s
              }
            } catch (IOException e) { throw new UncheckedIOException(e); }
          }
          private static void serve(Socket guest) {
            try (guest) {
              BufferedReader in = new BufferedReader(new InputStreamReader(guest.getInputStream()));
              for (String line = in.readLine(); line != null; line = in.readLine()) {
                guest.getOutputStream().write(line.getBytes());
              }
            } catch (IOException e) { throw new UncheckedIOException(e); }
          }
          public static void open() { new Thread(new Inn()).start(); }
        }
        """
            .formatted(serves));
  }

  private static Found post(String handles) {
    return Found.in(
        """
        import java.io.*;
        import java.nio.channels.*;
        import java.util.concurrent.*;
        public class Post extends Thread {
          public interface Desk { void handle(SelectionKey key); }
          private final Desk desk;
          private final ExecutorService clerks = Executors.newFixedThreadPool(8);
          private final Selector selector;
          public Post(Desk desk) throws IOException { this.desk = desk; selector = Selector.open(); }
          public void run() {
            try { while (true) { round(); } }
            catch (IOException e) { throw new UncheckedIOException(e); }
          }
          private void round() throws IOException {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
              if (key.isAcceptable()) { ((ServerSocketChannel) key.channel()).accept(); }
              else if (key.isReadable()) { %s }
            }
          }
        }
        """
            .formatted(handles));
  }
}
