package org.sandpiper.lab.analyzer;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sandpiper.lab.domain.Result;

/** Conversation with an analyzer; what a record means is left to the subclasses. */
public abstract class AnalyzerDriver {
  private final Transport transport;
  private final byte[] buffer = new byte[4096];

  protected AnalyzerDriver(Transport transport) {
    this.transport = transport;
  }

  /** Asks for the results of one specimen. */
  public List<Result> query(String accession) throws IOException {
    transport.write(new byte[] {AstmFrame.ENQ});
    expectAck();
    transport.write(AstmFrame.encode(1, "Q|1|^" + accession + "||ALL"));
    expectAck();
    transport.write(new byte[] {AstmFrame.EOT});
    return receive(accession);
  }

  private List<Result> receive(String accession) throws IOException {
    List<Result> out = new ArrayList<>();
    Instant now = Instant.now();
    int n = transport.readUntil((byte) '\n', buffer);
    while (true) {
      String record = AstmFrame.decode(buffer, n);
      if (record == null) {
        transport.write(new byte[] {AstmFrame.NAK});
        onGarbage();
      } else if (record.startsWith("L")) {
        transport.write(new byte[] {AstmFrame.ACK});
        return out;
      } else {
        Result r = interpret(accession, record, now);
        if (r != null) out.add(r);
        if (acknowledgesEach()) transport.write(new byte[] {AstmFrame.ACK});
      }
      n = transport.readUntil((byte) '\n', buffer);
    }
  }

  private void expectAck() throws IOException {
    int n = transport.readUntil(AstmFrame.ACK, buffer);
    if (buffer[n - 1] != AstmFrame.ACK) throw new IOException("no acknowledgement");
  }

  /** Some lines need a while to calm down. */
  protected void onGarbage() {
    try {
      Thread.sleep(400);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  protected boolean acknowledgesEach() {
    return true;
  }

  protected abstract Result interpret(String accession, String record, Instant now);
}
