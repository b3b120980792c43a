package dev.concur.samples.ioboundmethod;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.stream.Stream;

/** Invoices on disk beside invoices in memory: the same calls, and only some of them wait. */
public final class InvoiceFiles {

  private final Path folder;

  public InvoiceFiles(Path folder) {
    this.folder = folder;
  }

  /** Text of an invoice. */
  public String read(String number) throws IOException { // label: io disk
    return Files.readString(folder.resolve(number + ".txt"));
  }

  /** First line of an invoice on disk. */
  public String firstLine(String number) throws IOException { // label: io disk
    try (BufferedReader lines = Files.newBufferedReader(folder.resolve(number + ".txt"))) {
      return lines.readLine();
    }
  }

  /** First line of an invoice that is in memory already. */
  public String firstLineOf(String invoice) throws IOException { // label: light
    try (BufferedReader lines = new BufferedReader(new StringReader(invoice))) {
      return lines.readLine();
    }
  }

  /** First number in an invoice that is in memory already. */
  public int firstNumberIn(String invoice) { // label: light
    try (Scanner scanner = new Scanner(invoice)) {
      return scanner.nextInt();
    }
  }

  /** First number in an invoice on disk. */
  public int firstNumberOf(String number) throws IOException { // label: io disk
    try (Scanner scanner = new Scanner(folder.resolve(number + ".txt"))) {
      return scanner.nextInt();
    }
  }

  /** Writes a total to disk. */
  public void writeTotal(String number, long cents) throws IOException { // label: io disk
    try (DataOutputStream out =
        new DataOutputStream(new FileOutputStream(folder.resolve(number + ".sum").toFile()))) {
      out.writeLong(cents);
    }
  }

  /** Writes a total to memory. */
  public byte[] total(long cents) throws IOException { // label: light
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(cents);
    }
    return bytes.toByteArray();
  }

  /** Reads a total back from disk. */
  public long readTotal(String number) throws IOException { // label: io disk
    try (DataInputStream in =
        new DataInputStream(new FileInputStream(folder.resolve(number + ".sum").toFile()))) {
      return in.readLong();
    }
  }

  /** Reads a total back from memory. */
  public long totalIn(byte[] sum) throws IOException { // label: light
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(sum))) {
      return in.readLong();
    }
  }

  /** Puts a note on an invoice, in memory. */
  public String stamped(String invoice, String note) throws IOException { // label: light
    Writer stamped = new StringWriter();
    stamped.write(invoice);
    stamped.write(note);
    return stamped.toString();
  }

  /** Puts a note behind an invoice, on disk, and makes sure that it is there to stay. */
  public void stamp(String number, String note) throws IOException { // label: io disk
    try (FileChannel file =
        FileChannel.open(folder.resolve(number + ".txt"), StandardOpenOption.APPEND)) {
      file.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)));
      file.force(true);
    }
  }

  /** Names of all invoices. */
  public List<String> numbers() throws IOException { // label: io disk
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Where an invoice is kept: a name, not a file. */
  public Path placeOf(String number) { // label: light
    return folder.resolve(number + ".txt").toAbsolutePath().normalize();
  }

  /** All invoices, one after the other; what the page cache holds is copied by the cores. */
  public List<String> readAll(List<String> numbers) throws IOException { // label: io disk
    List<String> invoices = new ArrayList<>();
    for (String number : numbers) { // expect: parallelisable-cpu-loop
      invoices.add(read(number));
    }
    return invoices;
  }
}
