package com.harbor.billing;

import java.io.BufferedWriter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The journal of payments, a file of lines. */
public class Ledger {

  private final Path file;

  public Ledger(Path file) {
    this.file = file;
  }

  public void append(String account, BigDecimal amount) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
      out.write((account + ";" + amount + "\n").getBytes(StandardCharsets.UTF_8));
      out.getFD().sync();
    }
  }

  public int entries() throws IOException {
    return Files.readAllLines(file).size();
  }

  /** The last line, without reading the others. */
  public Optional<String> last() throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long length = in.length();
      int window = (int) Math.min(length, 256);
      byte[] tail = new byte[window];
      in.seek(length - window);
      in.readFully(tail);
      String text = new String(tail, StandardCharsets.UTF_8).stripTrailing();
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(text.substring(text.lastIndexOf('\n') + 1));
    }
  }

  /** Writes all balances into a file for the bank. */
  // miss: said io: lines that are written one by one wait less than we say, since the writer
  // buffers them
  public void export(List<Invoice> invoices, Path target) throws IOException {
    try (PrintWriter out = new PrintWriter(new BufferedWriter(new FileWriter(target.toFile())))) {
      for (Invoice invoice : invoices) {
        out.print(invoice.number());
        out.print(';');
        out.println(invoice.customer());
      }
    }
  }

  public void checkpoint(Path target, long sequence, long[] balances) throws IOException {
    try (DataOutputStream out = new DataOutputStream(new FileOutputStream(target.toFile()))) {
      out.writeLong(sequence);
      out.writeInt(balances.length);
      for (long balance : balances) {
        out.writeLong(balance);
      }
    }
  }

  public long checkpointSequence(Path source) throws IOException {
    try (DataInputStream in = new DataInputStream(new FileInputStream(source.toFile()))) {
      return in.readLong();
    }
  }

  public static String format(String account, BigDecimal amount) {
    return new StringBuilder(account).append(';').append(amount.toPlainString()).toString();
  }

  static List<String> split(String line) {
    List<String> parts = new ArrayList<>(2);
    int at = line.indexOf(';');
    parts.add(line.substring(0, at));
    parts.add(line.substring(at + 1));
    return parts;
  }
}
