package org.sandpiper.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.Config;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.kohsuke.args4j.CmdLineException;
import org.kohsuke.args4j.CmdLineParser;
import org.kohsuke.args4j.Option;
import org.sandpiper.lab.analyzer.DriverRegistry;
import org.sandpiper.lab.archive.DocumentVault;
import org.sandpiper.lab.archive.InstrumentFiles;
import org.sandpiper.lab.archive.SlideScans;
import org.sandpiper.lab.genomics.Aligner;
import org.sandpiper.lab.genomics.Fasta;
import org.sandpiper.lab.genomics.KmerIndex;
import org.sandpiper.lab.genomics.ResistancePanel;
import org.sandpiper.lab.hl7.MessageSpool;
import org.sandpiper.lab.hl7.MllpLink;
import org.sandpiper.lab.messaging.LabEvents;
import org.sandpiper.lab.messaging.ResultBus;
import org.sandpiper.lab.messaging.TurnaroundFeed;
import org.sandpiper.lab.messaging.WardCalls;
import org.sandpiper.lab.ops.Accounts;
import org.sandpiper.lab.ops.JobRunner;
import org.sandpiper.lab.ops.Settings;
import org.sandpiper.lab.portal.CachedTerminology;
import org.sandpiper.lab.portal.FhirMapper;
import org.sandpiper.lab.portal.FixedTerminology;
import org.sandpiper.lab.portal.InsuranceClient;
import org.sandpiper.lab.portal.RegistryClient;
import org.sandpiper.lab.portal.StaffDirectory;
import org.sandpiper.lab.portal.Terminology;
import org.sandpiper.lab.portal.TerminologyClient;
import org.sandpiper.lab.quality.ControlChart;
import org.sandpiper.lab.quality.DeltaCheck;
import org.sandpiper.lab.quality.WestgardRules;
import org.sandpiper.lab.report.Renderers;
import org.sandpiper.lab.report.ReportSigner;
import org.sandpiper.lab.service.Billing;
import org.sandpiper.lab.service.DeviceHub;
import org.sandpiper.lab.service.Login;
import org.sandpiper.lab.service.Microbiology;
import org.sandpiper.lab.service.NightJobs;
import org.sandpiper.lab.service.OrderEntry;
import org.sandpiper.lab.service.QualityService;
import org.sandpiper.lab.service.ReflexRules;
import org.sandpiper.lab.service.Reporting;
import org.sandpiper.lab.service.Surveillance;
import org.sandpiper.lab.service.Validation;
import org.sandpiper.lab.store.AnalyteCatalog;
import org.sandpiper.lab.store.AuditTrail;
import org.sandpiper.lab.store.Database;
import org.sandpiper.lab.store.OrderStore;
import org.sandpiper.lab.store.PatientRepository;
import org.sandpiper.lab.store.ResultRepository;
import org.sandpiper.lab.store.SpecimenIndex;
import org.sandpiper.lab.web.OrderController;
import org.sandpiper.lab.web.ResultController;
import org.sandpiper.lab.web.Router;

/** Wires the parts by hand. */
public final class LabApplication {
  public final Settings settings;
  public final Database database;
  public final PatientRepository patients;
  public final ResultRepository results;
  public final AnalyteCatalog catalog;
  public final OrderStore orders;
  public final AuditTrail audit;
  public final SpecimenIndex index;
  public final MessageSpool spool;
  public final OrderEntry entry;
  public final Validation validation;
  public final Reporting reporting;
  public final QualityService quality;
  public final Microbiology micro;
  public final Billing billing;
  public final Surveillance surveillance;
  public final DeviceHub devices;
  public final Login login;
  public final StaffDirectory staff;
  public final ResultBus bus;
  public final LabEvents events = new LabEvents();
  public final WardCalls calls = new WardCalls();
  public final TurnaroundFeed feed;
  public final DriverRegistry drivers;
  public final DocumentVault vault;
  public final JobRunner jobs;
  public final ResultController resultController;
  public final OrderController orderController;
  public final Router router = new Router();

  @SuppressWarnings("unchecked")
  public LabApplication(Settings settings) throws Exception {
    this.settings = settings;
    Config c = settings.config();
    Path home = Path.of(c.getString("home"));
    ExecutorService pool = Executors.newFixedThreadPool(4);
    jobs = new JobRunner(Executors.newScheduledThreadPool(1), pool);
    database =
        new Database(
            c.getString("db.url"),
            c.getString("db.user"),
            c.getString("db.password"),
            c.getInt("db.pool"));
    patients = new PatientRepository(database.jdbc(), database.transactions());
    results = new ResultRepository(database.jdbc());
    catalog = new AnalyteCatalog(database.jdbc());
    orders = new OrderStore(database::sessions);
    audit = new AuditTrail(home.resolve("audit.db"));
    index = new SpecimenIndex(home.resolve("index"));
    spool = new MessageSpool(home.resolve("spool").toFile());
    bus = new ResultBus(c.getString("nats"));
    entry = new OrderEntry(spool, orders, patients, audit);
    Map<String, String> reflex = new HashMap<>();
    c.getConfig("reflex").root().unwrapped().forEach((k, v) -> reflex.put(k, v.toString()));
    validation =
        new Validation(
            results,
            catalog,
            new DeltaCheck(c.getDouble("qc.delta")),
            new ReflexRules(reflex),
            events,
            calls);
    byte[] secret = c.getString("secret").getBytes(StandardCharsets.UTF_8);
    vault =
        new DocumentVault(
            home.resolve("vault"),
            DocumentVault.keyOf(c.getString("secret").toCharArray(), secret),
            true);
    Terminology codes =
        c.hasPath("terminology")
            ? new CachedTerminology(new TerminologyClient(c.getString("terminology")))
            : new FixedTerminology();
    reporting =
        new Reporting(
            patients,
            results,
            catalog,
            new Renderers(c),
            new ReportSigner(ReportSigner.newKeys(), secret),
            vault,
            new MllpLink(c.getString("ward.host"), c.getInt("ward.port")),
            new FhirMapper(new ObjectMapper(), codes),
            settings);
    quality =
        new QualityService(
            results,
            new WestgardRules(
                settings.flag("qc.strict")
                    ? EnumSet.allOf(WestgardRules.Rule.class)
                    : EnumSet.of(
                        WestgardRules.Rule.R13S,
                        WestgardRules.Rule.R22S,
                        WestgardRules.Rule.R41S,
                        WestgardRules.Rule.R10X)),
            new ControlChart(800, 400),
            pool);
    micro =
        new Microbiology(
            new ResistancePanel(
                new KmerIndex(11, Fasta.file(home.resolve("genes.fa"))),
                Aligner.of(settings.flag("genomics.banded")),
                pool),
            index,
            new SlideScans(home.resolve("scans"), 160));
    billing = new Billing(catalog, orders, results, new InsuranceClient(c.getString("insurance")));
    surveillance =
        new Surveillance(new RegistryClient(URI.create(c.getString("registry"))), patients);
    drivers = new DriverRegistry(c);
    devices =
        new DeviceHub(drivers::driver, results, bus, new InstrumentFiles(home.resolve("inbox")));
    staff =
        new StaffDirectory(
            c.getString("ldap.host"), c.getInt("ldap.port"), c.getString("ldap.base"));
    login =
        new Login(
            settings.flag("login.local") ? Login.local(new Accounts(10)) : Login.directory(staff));
    feed =
        new TurnaroundFeed(
            a -> {
              try {
                return Double.valueOf(devices.referenceMean(a));
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Double.NaN;
              }
            });
    events.register(new LabEvents.Counter());
    resultController = new ResultController(results, reporting, validation, quality);
    orderController = new OrderController(entry, orders, billing, micro, login);
    router
        .on("/results", resultController::list, h -> OrderController.signedIn(login, h))
        .on("/report", resultController::report, h -> OrderController.signedIn(login, h))
        .on("/chart", resultController::chart)
        .on("/check", resultController::check)
        .on("/hl7", orderController::hl7)
        .on("/invoice", orderController::invoice)
        .on("/signin", orderController::signIn);
  }

  public void startJobs() {
    jobs.every(new NightJobs.CloseOrders(orders), 3600);
    jobs.every(new NightJobs.Drain(spool, entry, 500), 60);
  }

  static final class Arguments {
    @Option(name = "-c", usage = "configuration file")
    String config = "lab.conf";

    @Option(name = "-check", usage = "only read the configuration")
    boolean check;
  }

  static Arguments arguments(String... args) throws CmdLineException {
    Arguments a = new Arguments();
    new CmdLineParser(a).parseArgument(args);
    return a;
  }

  public static void main(String[] args) throws Exception {
    Arguments a = arguments(args);
    if (!Files.exists(Path.of(a.config))) {
      System.err.println("no " + a.config);
      return;
    }
    Settings s = Settings.load(Path.of(a.config));
    if (a.check) return;
    new LabApplication(s).startJobs();
  }
}
