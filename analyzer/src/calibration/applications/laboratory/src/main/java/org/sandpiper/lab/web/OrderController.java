package org.sandpiper.lab.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.sandpiper.lab.domain.Order;
import org.sandpiper.lab.service.Billing;
import org.sandpiper.lab.service.Login;
import org.sandpiper.lab.service.Microbiology;
import org.sandpiper.lab.service.OrderEntry;
import org.sandpiper.lab.store.OrderStore;

public final class OrderController {
  private final OrderEntry entry;
  private final OrderStore orders;
  private final Billing billing;
  private final Microbiology micro;
  private final Login login;

  public OrderController(
      OrderEntry entry, OrderStore orders, Billing billing, Microbiology micro, Login login) {
    this.entry = entry;
    this.orders = orders;
    this.billing = billing;
    this.micro = micro;
    this.login = login;
  }

  public static Http.Handler signedIn(Login login, Http.Handler inner) {
    return r ->
        login.userOf(r.token()) == null ? Http.Response.error(401, "sign in") : inner.handle(r);
  }

  public Http.Response show(Http.Request r) {
    return orders
        .find(r.need("accession"))
        .map(o -> Http.Response.text(o.toString()))
        .orElse(Http.Response.error(404, "unknown"));
  }

  public Http.Response hl7(Http.Request r) throws Exception {
    return Http.Response.text(
        entry.accept(new String(r.body(), StandardCharsets.ISO_8859_1)).encode());
  }

  public Http.Response check(Http.Request r) {
    return Http.Response.text(
        entry.dryRun(new String(r.body(), StandardCharsets.ISO_8859_1)).toString());
  }

  public Http.Response price(Http.Request r) {
    Order o =
        new Order(
            "", "", "", java.time.Instant.EPOCH, false, Arrays.asList(r.need("tests").split(",")));
    return Http.Response.text(Integer.toString(billing.estimate(o)));
  }

  public Http.Response invoice(Http.Request r) {
    return Http.Response.text(billing.invoice(r.need("accession")));
  }

  public Http.Response plate(Http.Request r) throws Exception {
    return Http.Response.text(micro.plate(r.body()) + " colonies");
  }

  public Http.Response search(Http.Request r) throws Exception {
    return Http.Response.text(String.join("\n", micro.similar(r.need("q"))));
  }

  public Http.Response signIn(Http.Request r) {
    String t = login.login(r.need("user"), r.need("password"));
    return t == null ? Http.Response.error(403, "no") : Http.Response.text(t);
  }

  public CompletableFuture<Http.Response> invoiceLater(Http.Request r) {
    return CompletableFuture.supplyAsync(() -> invoice(r));
  }
}
