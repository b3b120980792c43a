package dev.concur.samples;

import dev.concur.samples.cpuboundmethod.CatalogueImages;
import dev.concur.samples.desk.DeskServer;
import dev.concur.samples.desk.Order;
import dev.concur.samples.desk.OrderLine;
import dev.concur.samples.desk.PricingClient;
import dev.concur.samples.desk.SlowServices;
import dev.concur.samples.interactivewait.PreparedAnswers;
import dev.concur.samples.ioboundmethod.InvoiceFiles;
import dev.concur.samples.parallelisablecpuloop.ParallelDemandForecast;
import dev.concur.samples.sequentialindependentio.AsyncQuoteDesk;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * A day at the desk, in a second: its own slow services, its own customers, nothing but this
 * machine.
 */
public final class Main {

  private static final int CUSTOMERS = 24;
  private static final long SLOW_MILLIS = 20;

  private final HttpClient http = HttpClient.newHttpClient();
  private final PrintStream out;

  private Main(PrintStream out) {
    this.out = out;
  }

  /** Runs the day. */
  public static void main(String[] args) throws IOException {
    day(System.out);
  }

  static void day(PrintStream out) throws IOException {
    new Main(out).day();
  }

  private void day() throws IOException {
    try (SlowServices services = SlowServices.start(SLOW_MILLIS)) {
      PricingClient prices = new PricingClient(http, services.address());
      try (DeskServer desk = DeskServer.open(prices)) {
        rush("cache behind one lock", desk.address().resolve("one-lock/"));
        rush("cache without", desk.address().resolve("striped/"));
      }
      quote(new AsyncQuoteDesk(prices));
    }
    file();
    picture(new CatalogueImages());
    forecast(new ParallelDemandForecast());
    out.print("the operator says: " + new PreparedAnswers("yes\n").allows("order 7") + "\n");
  }

  private void rush(String what, URI desk) {
    long start = System.nanoTime();
    List<CompletableFuture<HttpResponse<String>>> asked =
        IntStream.range(0, CUSTOMERS).mapToObj(customer -> ask(desk, customer)).toList();
    asked.forEach(CompletableFuture::join);
    long millis = (System.nanoTime() - start) / 1_000_000;
    out.printf("%d customers, %s: %d ms%n", CUSTOMERS, what, millis);
  }

  // label: light async
  private CompletableFuture<HttpResponse<String>> ask(URI desk, int customer) {
    HttpRequest question = HttpRequest.newBuilder(desk.resolve("sku-" + customer)).build();
    return http.sendAsync(question, BodyHandlers.ofString());
  }

  private void quote(AsyncQuoteDesk desk) {
    List<OrderLine> lines = List.of(new OrderLine("nail", 100), new OrderLine("hammer", 1));
    out.println("an order comes to " + desk.total(new Order("7", "smith", lines)) + " cents");
  }

  private void file() throws IOException {
    Path folder = Files.createTempDirectory("desk");
    InvoiceFiles invoices = new InvoiceFiles(folder);
    invoices.writeTotal("7", 12_345);
    out.println("on file: " + invoices.readTotal("7") + " cents");
    Files.delete(folder.resolve("7.sum"));
    Files.delete(folder);
  }

  private void picture(CatalogueImages images) throws IOException {
    ByteArrayOutputStream big = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(1_000, 800, BufferedImage.TYPE_INT_RGB), "png", big);
    out.println("a thumbnail of " + images.thumbnail(big.toByteArray()).length + " bytes");
  }

  private void forecast(ParallelDemandForecast forecast) {
    List<Double> risks = forecast.risks(List.of(new double[] {9, 11}, new double[] {12, 14}));
    out.println("risk of running out: " + risks);
  }
}
