package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.lock.Snippet;
import dev.concur.read.ProgramReader;
import org.junit.jupiter.api.Test;

/** Channels that a selector watches wait for nothing. */
class NonBlockingTest {

  private static long waits(String set, String channel) {
    return waits(set, channel, "");
  }

  private static long waits(String set, String channel, String more) {
    Linked linked =
        Linked.of(
            ProgramReader.read(
                Snippet.compile(
                    """
                    import java.nio.*;
                    import java.nio.channels.*;
                    public class Post {
                      private final %s channel;
                      public Post(%s channel%s) { this.channel = channel; }
                      public static Post accepted(ServerSocketChannel server, Selector selector)
                          throws Exception {
                        SocketChannel channel = server.accept();
                        %s
                        return %s;
                      }
                      private static void watch(SocketChannel channel) throws Exception {
                        channel.configureBlocking(false);
                      }
                      public int send(ByteBuffer letter) throws Exception {
                        return channel.write(letter);
                      }
                    }
                    """
                        .formatted(
                            channel,
                            channel,
                            more,
                            more.isEmpty() ? set : "",
                            more.isEmpty() ? "new Post(channel)" : "null"))),
            Catalogue.bundled());
    Costs costs = Costs.of(linked);
    return linked.roots().stream()
        .filter(method -> method.ref().name().equals("send"))
        .flatMap(method -> costs.label(method).cost().stream())
        .mapToLong(cost -> Math.round(cost.waiting().middle()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_channel_that_was_set_not_to_block_waits_for_nothing() {
    assertEquals(0, waits("channel.configureBlocking(false);", "SocketChannel"));
    assertEquals(0, waits("watch(channel);", "SocketChannel"));
    assertEquals(0, waits("channel.register(selector, SelectionKey.OP_READ);", "SocketChannel"));
    assertEquals(0, waits("channel.configureBlocking(false);", "WritableByteChannel"));
  }

  @Test
  void a_channel_that_is_handed_in_with_its_key_does_not_block() {
    assertEquals(0, waits("", "SocketChannel", ", SelectionKey key"));
  }

  @Test
  void any_other_waits_for_the_other_side() {
    assertEquals(20_000, waits("", "SocketChannel"));
    assertEquals(20_000, waits("channel.configureBlocking(true);", "SocketChannel"));
  }
}
