package com.kittiwake.freight;

import com.kittiwake.freight.carriers.VesselTracker;
import com.kittiwake.freight.container.Dispatcher;
import com.kittiwake.freight.container.Registry;
import com.kittiwake.freight.customs.Customs;
import com.kittiwake.freight.customs.CustomsGateway;
import com.kittiwake.freight.documents.NoticeMailer;
import com.kittiwake.freight.ops.YamlSettings;
import com.kittiwake.freight.persist.Pools;
import com.kittiwake.freight.persist.RateRepository;
import com.kittiwake.freight.persist.ShipmentDao;
import com.kittiwake.freight.service.BookingService;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class FreightApp {
  private FreightApp() {}

  public static Registry wire(YamlSettings settings) {
    return new Registry()
        .bind(DataSource.class, r -> Pools.pooled((String) settings.get("database.url"), 10))
        .bind(ShipmentDao.class, r -> new ShipmentDao(Jdbi.create(r.get(DataSource.class))))
        .bind(RateRepository.class, r -> new RateRepository(r.get(DataSource.class)))
        .bind(
            CustomsGateway.class, r -> Customs.gateway((String) settings.get("customs.url"), true))
        .bind(NoticeMailer.class, r -> new NoticeMailer((String) settings.get("mail.host"), 25))
        .bind(Dispatcher.class, r -> new Dispatcher(Executors.newFixedThreadPool(4)))
        .bind(
            VesselTracker.class,
            r -> new VesselTracker(Vertx.vertx(), (String) settings.get("ais.host"), 443))
        .bind(
            BookingService.class,
            r ->
                new BookingService(
                    r.get(ShipmentDao.class),
                    r.get(RateRepository.class),
                    r.get(CustomsGateway.class),
                    r.get(NoticeMailer.class),
                    r.get(DataSource.class)));
  }

  public static void main(String[] args) throws Exception {
    Registry registry = wire(YamlSettings.read(Path.of(args[0])));
    registry.get(BookingService.class);
  }
}
