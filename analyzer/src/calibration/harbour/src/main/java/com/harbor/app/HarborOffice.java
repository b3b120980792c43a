package com.harbor.app;

import com.harbor.billing.Converter;
import com.harbor.billing.FixedRates;
import com.harbor.billing.HttpRateSource;
import com.harbor.billing.Ledger;
import com.harbor.billing.MonthEnd;
import com.harbor.billing.PaymentGateway;
import com.harbor.billing.PersistentRates;
import com.harbor.billing.RateSource;
import com.harbor.billing.RememberedRates;
import com.harbor.docs.Archive;
import com.harbor.docs.Texts;
import com.harbor.infra.AuditLog;
import com.harbor.infra.EventBus;
import com.harbor.infra.JobQueue;
import com.harbor.infra.LruCache;
import com.harbor.infra.OperatorDesk;
import com.harbor.infra.Plugins;
import com.harbor.infra.Settings;
import com.harbor.model.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Puts the parts together. */
public class HarborOffice {

  private final Settings settings;
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private final EventBus bus = new EventBus(pool);
  private final RateSource rates;
  private final PaymentGateway gateway;
  private final CustomsService customs;
  private final Archive archive;
  private final AuditLog audit;

  public HarborOffice(Settings settings, Path home) {
    this.settings = settings;
    URI bank = URI.create("http://bank.harbor.example");
    this.rates = new RememberedRates(new PersistentRates(new HttpRateSource(bank)));
    this.gateway = new PaymentGateway(bank);
    this.archive = new Archive(home.resolve("archive"));
    this.audit = new AuditLog(home.resolve("audit.log"));
    this.customs =
        new CustomsService(HttpClient.newHttpClient(), bank, home.resolve("outbox"), pool);
    customs.onRejected(reference -> audit.note("customs", reference));
  }

  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[0]);
    HarborOffice office = new HarborOffice(Settings.load(home.resolve("harbor.properties")), home);
    JobQueue jobs = new JobQueue(office.pool, Executors.newSingleThreadScheduledExecutor());
    office.bus.subscribe(String.class, text -> office.audit.note("bus", text));
    LruCache<String, String> short1 = new LruCache<>(500, Texts::initials);
    jobs.in(Duration.ofMinutes(5), () -> office.bus.publish("five minutes"));
    OperatorDesk desk = new OperatorDesk();
    while (desk.confirm()) {
      switch (OperatorDesk.menuChoice()) {
        case 1 -> System.out.println(office.settleAll(List.of("H1", "H2")));
        case 2 -> System.out.println(office.archive.names());
        case 3 -> System.out.println(office.contractSum(Money.of("10", "USD"), home));
        default -> System.out.println(short1.get(args[1]));
      }
    }
    office.pool.shutdown();
  }

  List<String> settleAll(List<String> invoices) throws IOException {
    List<String> settled = gateway.statuses(invoices);
    audit.record("office", settled.toString());
    bus.publishInBackground("settled");
    return settled;
  }

  BigDecimal inEuro(Money money) throws IOException {
    return money.amount().multiply(rates.rate(money.currency()));
  }

  Money contractSum(Money money, Path home) throws IOException {
    FixedRates contracts = new FixedRates(Map.of("USD", new BigDecimal("0.91")));
    Converter converter =
        new Converter(new HttpRateSource(URI.create("http://bank.harbor.example")), contracts);
    new Ledger(home.resolve("ledger")).append("contract", converter.atContract(money).amount());
    return settings.flag("market") ? converter.atMarket(money) : converter.atContract(money);
  }

  long nightPrice(int moves) {
    return Plugins.discover().price("night", moves);
  }

  MonthEnd reports() {
    return new MonthEnd();
  }

  boolean pending(String reference) {
    return customs.isPending(reference);
  }
}
