package dev.concur.calibration.press;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Articles from elsewhere. */
public class Feeds {

  /** Where articles come from. */
  public abstract static class Source {
    protected abstract String raw() throws IOException;

    /** The frame; what is expensive is in the subclasses. */
    public String text() throws IOException {
      return raw().strip();
    }
  }

  /** From a web site. */
  public static final class Site extends Source {
    private final URI uri;

    public Site(URI uri) {
      this.uri = uri;
    }

    @Override
    protected String raw() throws IOException {
      try (InputStream in = uri.toURL().openStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  /** From a file. */
  public static final class Folder extends Source {
    private final Path file;

    public Folder(Path file) {
      this.file = file;
    }

    @Override
    protected String raw() throws IOException {
      return java.nio.file.Files.readString(file);
    }
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService workers;
  private final InetAddress host;
  private final int port;

  public Feeds(ExecutorService workers, InetAddress host, int port) {
    this.workers = workers;
    this.host = host;
    this.port = port;
  }

  public String read(Source source) throws IOException {
    return source.text();
  }

  public Document parse(String xml) throws IOException, SAXException, ParserConfigurationException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  public int items(Document document) {
    return document.getElementsByTagName("item").getLength();
  }

  public String fingerprint(URI uri)
      throws IOException, InterruptedException, NoSuchAlgorithmException {
    HttpRequest request =
        HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString("all")).build();
    byte[] body = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
  }

  public CompletableFuture<Integer> lengthLater(Source source) {
    return CompletableFuture.supplyAsync(
            () -> {
              try {
                return source.text();
              } catch (IOException e) {
                return "";
              }
            },
            workers)
        .thenApply(String::length);
  }

  public int lengthOfAll(List<Source> sources) {
    List<CompletableFuture<Integer>> pending = sources.stream().map(this::lengthLater).toList();
    return pending.stream().mapToInt(CompletableFuture::join).sum();
  }

  public void ping(String name) throws IOException {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(5);
      socket.send(new DatagramPacket(bytes, bytes.length, host, 9));
      try {
        socket.receive(new DatagramPacket(new byte[64], 64));
      } catch (java.net.SocketTimeoutException e) {
        // Nobody answered in time.
      }
    }
  }

  public String line() throws IOException {
    try (SocketChannel channel = SocketChannel.open(new java.net.InetSocketAddress(host, port))) {
      channel.write(ByteBuffer.wrap("line\n".getBytes(StandardCharsets.UTF_8)));
      ByteBuffer answer = ByteBuffer.allocate(256);
      channel.read(answer);
      return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
    }
  }

  public HttpRequest preparation(URI uri) {
    return HttpRequest.newBuilder(uri).header("Accept", "text/xml").GET().build();
  }
}
