package com.kittiwake.freight.service;

import com.kittiwake.freight.carriers.CarrierClient;
import com.kittiwake.freight.customs.CustomsGateway;
import com.kittiwake.freight.documents.NoticeMailer;
import com.kittiwake.freight.model.Declaration;
import com.kittiwake.freight.model.Rate;
import com.kittiwake.freight.model.Shipment;
import com.kittiwake.freight.persist.RateRepository;
import com.kittiwake.freight.persist.Renumbering;
import com.kittiwake.freight.persist.ShipmentDao;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import javax.mail.MessagingException;
import javax.sql.DataSource;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

public class BookingService {
  private static final Logger LOG = LogManager.getLogger(BookingService.class);
  private final ShipmentDao shipments;
  private final RateRepository rates;
  private final CustomsGateway customs;
  private final NoticeMailer mailer;
  private final DataSource source;

  public BookingService(
      ShipmentDao shipments,
      RateRepository rates,
      CustomsGateway customs,
      NoticeMailer mailer,
      DataSource source) {
    this.shipments = shipments;
    this.rates = rates;
    this.customs = customs;
    this.mailer = mailer;
    this.source = source;
  }

  public String accept(Shipment draft) throws SQLException {
    String number = new Renumbering(source, "BK").execute();
    shipments.insert(draft);
    LOG.debug("accepted {} as {}", draft.reference(), number);
    return number;
  }

  /** Freight with the surcharges that every invoice carries. */
  public BigDecimal price(Shipment shipment, int maxDays) {
    Rate rate = rates.cheapest(shipment.origin() + "-" + shipment.destination(), maxDays);
    return withSurcharges(rate, shipment.volume());
  }

  static BigDecimal withSurcharges(Rate rate, double volume) {
    BigDecimal teu = BigDecimal.valueOf(Math.max(1, Math.ceil(volume / 28)));
    return rate.getPerTeu()
        .multiply(teu)
        .multiply(new BigDecimal("1.085"))
        .add(BigDecimal.valueOf(120));
  }

  public String declare(Shipment shipment) throws IOException {
    List<Declaration.Item> items =
        shipment.parcels().stream()
            .map(
                p ->
                    new Declaration.Item(
                        "8471",
                        shipment.origin().substring(0, 2),
                        BigDecimal.valueOf(p.kg() * 11),
                        p.kg(),
                        p.mark()))
            .toList();
    return customs.submit(new Declaration(null, shipment.consignee(), "DE0042", items));
  }

  public void confirm(Shipment shipment, String address) throws MessagingException {
    mailer.send(
        mailer.compose(
            address,
            "Booking " + shipment.reference(),
            "We have booked " + shipment.marks(),
            null));
  }

  public CarrierClient.Sailing earliest(CarrierClient carrier, Shipment shipment)
      throws IOException {
    CarrierClient.Sailing best = null;
    for (CarrierClient.Sailing s : carrier.schedule(shipment.origin(), 6)) {
      if (best == null || s.departs() + s.days() < best.departs() + best.days()) {
        best = s;
      }
    }
    return best;
  }
}
