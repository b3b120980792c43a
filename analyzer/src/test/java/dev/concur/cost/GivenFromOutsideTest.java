package dev.concur.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.concur.catalogue.Catalogue;
import dev.concur.link.Linked;
import dev.concur.lock.Snippet;
import dev.concur.model.Bound;
import dev.concur.read.MethodFacts;
import dev.concur.read.ProgramReader;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Objects of libraries that a container makes, so that nobody is seen to make them. */
class GivenFromOutsideTest {

  private static final String CLIENT =
      """
      package lib;
      public class Client {
        public String fetch(String url) throws Exception { return open(url).answer(); }
        protected Request open(String url) { return new SocketRequest(url); }
        public int size() { return 3; }
      }
      """;

  private static final String REQUEST =
      """
      package lib;
      public interface Request { String answer() throws Exception; }
      """;

  private static final String SOCKET_REQUEST =
      """
      package lib;
      class SocketRequest implements Request {
        private final String host;
        SocketRequest(String host) { this.host = host; }
        public String answer() throws Exception {
          try (java.net.Socket socket = new java.net.Socket(host, 80)) {
            return "" + socket.getInputStream().read();
          }
        }
      }
      """;

  private static final String TEMPLATE =
      """
      package lib;
      public abstract class Template {
        public void pause() throws InterruptedException { Thread.sleep(100); step(); }
        protected abstract void step();
      }
      """;

  private static final String SERVICE =
      """
      package app;
      class Service {
        lib.Client client;
        lib.Template template;
        String fetch() throws Exception { return client.fetch("host"); }
        int size() { return client.size(); }
        void pause() throws InterruptedException { template.pause(); }
      }
      """;

  @Test
  void what_a_class_does_that_nobody_makes_is_followed() {
    Snippet program =
        Snippet.compile(CLIENT, REQUEST, SOCKET_REQUEST, TEMPLATE, SERVICE).rootsIn("app");
    Linked linked = Linked.of(ProgramReader.read(program), Catalogue.bundled());
    Costs costs = Costs.of(linked);
    Map<String, Bound> bounds =
        linked.roots().stream()
            .filter(method -> !method.ref().constructor())
            .collect(
                Collectors.toMap(
                    method -> method.ref().name(),
                    (MethodFacts method) -> costs.label(method).bound()));
    assertEquals(Map.of("fetch", Bound.IO, "size", Bound.LIGHT, "pause", Bound.IO), bounds);
  }
}
