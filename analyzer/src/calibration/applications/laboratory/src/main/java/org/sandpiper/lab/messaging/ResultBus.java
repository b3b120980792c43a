package org.sandpiper.lab.messaging;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.sandpiper.lab.domain.Result;

public final class ResultBus implements AutoCloseable {
  private final Connection nats;

  public ResultBus(String url) throws IOException, InterruptedException {
    nats = Nats.connect(new Options.Builder().server(url).connectionName("lab").build());
  }

  public static byte[] pack(Result r) {
    try (MessageBufferPacker p = MessagePack.newDefaultBufferPacker()) {
      p.packArrayHeader(6);
      p.packString(r.accession())
          .packString(r.analyte())
          .packDouble(r.value())
          .packString(r.unit())
          .packLong(r.at().toEpochMilli())
          .packString(r.status().name());
      return p.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Result unpack(byte[] b) {
    try (MessageUnpacker u = MessagePack.newDefaultUnpacker(ByteBuffer.wrap(b))) {
      u.unpackArrayHeader();
      return new Result(
          0,
          u.unpackString(),
          u.unpackString(),
          u.unpackDouble(),
          u.unpackString(),
          Instant.ofEpochMilli(u.unpackLong()),
          Result.Status.valueOf(u.unpackString()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Hands the message to the sender of the connection. */
  public void publish(Result r) {
    nats.publish("results." + r.analyte(), pack(r));
  }

  /** Returns when the server has seen everything that was published so far. */
  public void settle() throws TimeoutException, InterruptedException {
    nats.flush(Duration.ofSeconds(2));
  }

  public String ask(String subject, String question) throws InterruptedException {
    Message m =
        nats.request(subject, question.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(3));
    return m == null ? null : new String(m.getData(), StandardCharsets.UTF_8);
  }

  public Dispatcher listen(Consumer<Result> to) {
    Dispatcher d = nats.createDispatcher(m -> to.accept(unpack(m.getData())));
    return d.subscribe("results.>");
  }

  @Override
  public void close() throws InterruptedException {
    nats.close();
  }
}
