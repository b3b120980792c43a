package dev.concur.calibration.shop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks other services for prices and stock. */
public class PriceService {

  private final HttpClient client;
  private final URI base;
  private final int stockPort;

  public PriceService(HttpClient client, URI base, int stockPort) {
    this.client = client;
    this.base = base;
    this.stockPort = stockPort;
  }

  HttpRequest request(String sku) {
    return HttpRequest.newBuilder(base.resolve("/price/" + sku))
        .header("Accept", "text/plain")
        .build();
  }

  public String fetch(String sku) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(request(sku), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (response.statusCode() != 200) {
      throw new IOException("status " + response.statusCode());
    }
    return response.body();
  }

  /** Only starts the request. */
  // miss: said light: building and starting a request takes the HTTP client more than we know of
  // it
  public CompletableFuture<String> fetchLater(String sku) {
    return client
        .sendAsync(request(sku), HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpResponse::body);
  }

  public List<String> fetchAll(List<String> skus) {
    List<CompletableFuture<String>> pending = new ArrayList<>();
    for (String sku : skus) {
      pending.add(fetchLater(sku));
    }
    return pending.stream().map(CompletableFuture::join).toList();
  }

  public String fetchTheOldWay(String sku) throws IOException {
    URL url = base.resolve("/price/" + sku).toURL();
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(connection.getInputStream()))) {
      StringBuilder answer = new StringBuilder();
      String line;
      while ((line = reader.readLine()) != null) {
        answer.append(line);
      }
      return answer.toString();
    }
  }

  public int stock(String sku) throws IOException {
    try (Socket socket = new Socket("localhost", stockPort)) {
      OutputStream out = socket.getOutputStream();
      out.write((sku + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      InputStream in = socket.getInputStream();
      BufferedReader reader = new BufferedReader(new InputStreamReader(in));
      return Integer.parseInt(reader.readLine().trim());
    }
  }
}
