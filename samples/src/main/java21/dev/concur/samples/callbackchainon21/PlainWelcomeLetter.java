package dev.concur.samples.callbackchainon21;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Right: three lines, each of which may wait, on a virtual thread that may too. */
public final class PlainWelcomeLetter {

  private final HttpClient http;
  private final URI house;

  public PlainWelcomeLetter(HttpClient http, URI house) {
    this.http = http;
    this.house = house;
  }

  /** The letter. */
  // label: io network
  public String write(String customer) throws IOException, InterruptedException {
    String name = ask("name/" + customer);
    String greeting = ask("greeting/" + name);
    return ask("layout/" + greeting);
  }

  private String ask(String path) throws IOException, InterruptedException { // label: io network
    HttpRequest request = HttpRequest.newBuilder(house.resolve(path)).build();
    return http.send(request, BodyHandlers.ofString()).body();
  }
}
