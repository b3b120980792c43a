package dev.concur.calibration.shop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;

/** Talks to the world through programs, people and plug-ins. */
public class Carriers {

  /** Somebody who ships. */
  public interface Carrier {
    String ship(String parcel) throws IOException;

    default String name() {
      return getClass().getSimpleName();
    }
  }

  /** Ships by writing into a spool folder. */
  public static class Spool implements Carrier {
    private final Path folder;

    public Spool(Path folder) {
      this.folder = folder;
    }

    @Override
    public String ship(String parcel) throws IOException {
      Path file = folder.resolve("parcel.txt");
      Files.writeString(file, parcel);
      return file.toString();
    }
  }

  /** Ships by asking a service. */
  public static class Remote implements Carrier {
    private final PriceService service;

    public Remote(PriceService service) {
      this.service = service;
    }

    @Override
    public String ship(String parcel) throws IOException {
      return service.fetchTheOldWay(parcel);
    }
  }

  private final Carrier carrier;

  public Carriers(Carrier carrier) {
    this.carrier = carrier;
  }

  /** Whichever it is, it waits. */
  public String send(String parcel) throws IOException {
    return carrier.ship("parcel-" + parcel);
  }

  public String carrierName() {
    return carrier.name();
  }

  public String version() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("uname", "-r").start();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream()))) {
      String line = reader.readLine();
      process.waitFor(5, TimeUnit.SECONDS);
      return line;
    }
  }

  public int print(Path file) throws IOException, InterruptedException {
    return Runtime.getRuntime().exec(new String[] {"cat", file.toString()}).waitFor();
  }

  public String ask(String question) {
    System.out.print(question);
    return new Scanner(System.in).nextLine();
  }

  public String[] parse(String answer) {
    Scanner scanner = new Scanner(answer).useDelimiter(",");
    return new String[] {scanner.next(), scanner.next()};
  }
}
