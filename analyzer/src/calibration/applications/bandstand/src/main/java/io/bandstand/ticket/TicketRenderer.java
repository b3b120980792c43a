package io.bandstand.ticket;

import io.bandstand.domain.Ticket;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes something of tickets that a customer can show. */
public abstract class TicketRenderer {

  public abstract String extension();

  protected abstract void render(Ticket ticket, OutputStream out) throws IOException;

  public String fileName(Ticket ticket) {
    return "ticket-" + ticket.number().toLowerCase() + "." + extension();
  }

  public Path store(Ticket ticket, Path folder) throws IOException {
    Path file = folder.resolve(fileName(ticket));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      render(ticket, out);
    }
    return file;
  }

  public int storeAll(List<Ticket> tickets, Path folder) throws IOException {
    int stored = 0;
    for (Ticket ticket : tickets) {
      store(ticket, folder);
      stored++;
    }
    return stored;
  }
}
