package shop.quotes;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Asks suppliers for prices over their REST interface. */
public class SupplierClient {
  private final HttpClient http;
  private final Duration patience;

  public SupplierClient(HttpClient http, Duration patience) {
    this.http = http;
    this.patience = patience;
  }

  public Quote quote(Supplier supplier, QuoteRequest request)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(httpRequest(supplier, request), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(supplier.name() + " answered " + response.statusCode());
    }
    return parse(supplier, request, response.body());
  }

  public HttpRequest httpRequest(Supplier supplier, QuoteRequest request) {
    String article = URLEncoder.encode(request.article(), StandardCharsets.UTF_8);
    URI uri = URI.create(supplier.baseUrl() + "/item/" + article + "-" + supplier.name());
    return HttpRequest.newBuilder(uri)
        .timeout(patience)
        .header("Accept", "text/plain")
        .GET()
        .build();
  }

  public Quote parse(Supplier supplier, QuoteRequest request, String body) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : body.split(";")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    long each = Math.round(Double.parseDouble(fields.get("price")) * 100);
    int days = Integer.parseInt(fields.getOrDefault("stock", "0")) >= request.quantity() ? 1 : 5;
    return new Quote(supplier.name(), each * request.quantity() + supplier.handlingCents(), days);
  }
}
