package com.pawlane.clinic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.pawlane.clinic.cache.Directory;
import com.pawlane.clinic.desk.Command;
import com.pawlane.clinic.desk.FrontDesk;
import com.pawlane.clinic.events.EventBus;
import com.pawlane.clinic.partners.ChipRegistry;
import com.pawlane.clinic.partners.LabClient;
import com.pawlane.clinic.partners.Mailbox;
import com.pawlane.clinic.persistence.AppointmentStore;
import com.pawlane.clinic.persistence.AuditTrail;
import com.pawlane.clinic.persistence.Database;
import com.pawlane.clinic.persistence.JdbcAnimalRepository;
import com.pawlane.clinic.persistence.OwnerDao;
import com.pawlane.clinic.rooms.WaitingRoom;
import com.pawlane.clinic.schedule.ReminderPlan;
import com.pawlane.clinic.service.CheckIn;
import com.pawlane.clinic.service.Dashboard;
import com.pawlane.clinic.service.LabSync;
import com.pawlane.clinic.service.Settings;
import com.pawlane.clinic.util.RetryingCall;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.OkHttpClient;

/** Wires the program of a branch. */
public final class ClinicApp {
  private ClinicApp() {}

  public static ObjectMapper mapper() {
    return new ObjectMapper()
        .registerModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
  }

  public static void main(String[] args) throws Exception {
    Settings settings = Settings.read(Path.of(args[0]));
    ExecutorService workers = Executors.newFixedThreadPool(settings.number("workers", 8));
    try (Database database =
            Database.open(
                "jdbc:h2:tcp://db.pawlane.example/clinic", settings.number("connections", 10));
        AuditTrail audit = new AuditTrail(Path.of("audit.log"));
        ChipRegistry chips =
            new ChipRegistry("chips.example.org", settings.number("chips.port", 7070))) {
      JdbcAnimalRepository animals = new JdbcAnimalRepository(database.source());
      AppointmentStore appointments = new AppointmentStore(database.source());
      LabClient lab =
          new LabClient(new OkHttpClient(), "https://lab.example.org/", mapper(), workers);
      EventBus events = new EventBus(workers);
      events.listen(event -> System.out.println(events.headline(event)));
      CheckIn checkIn =
          new CheckIn(
              animals,
              chips,
              new Directory(new OwnerDao(database.source()), 1000),
              audit,
              new WaitingRoom(),
              events);
      LabSync sync = new LabSync(lab, new RetryingCall(3, Duration.ofSeconds(1)), events);
      Dashboard dashboard = new Dashboard(animals, appointments, lab, workers);
      new ReminderPlan(
              appointments,
              new Mailbox("mail.example.org", 25, "desk@pawlane.example"),
              Executors.newSingleThreadScheduledExecutor())
          .everyMorning(LocalDate.now().plusDays(1));
      dashboard.prefetch(LocalDate.now());
      FrontDesk desk = new FrontDesk();
      for (Optional<Command> command = desk.prompt();
          command.isPresent();
          command = desk.prompt()) {
        Command c = command.get();
        switch (c.verb()) {
          case FIND -> System.out.println(sync.fetch(c.words().get(0)));
          case BOOK -> System.out.println(checkIn.arrive(c.words().get(0), 3, "walk-in"));
          case PAY -> System.out.println(dashboard.today());
          case QUIT -> {
            workers.shutdown();
            return;
          }
        }
      }
    }
  }
}
