package com.kittiwake.freight.service;

import com.kittiwake.freight.archive.ColdStore;
import com.kittiwake.freight.documents.BillOfLading;
import com.kittiwake.freight.documents.DamagePhotos;
import com.kittiwake.freight.documents.ManifestWorkbook;
import com.kittiwake.freight.documents.NoticeMailer;
import com.kittiwake.freight.documents.Seals;
import com.kittiwake.freight.model.Shipment;
import com.kittiwake.freight.persist.ShipmentDao;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;

public class DocumentService {
  private final ShipmentDao shipments;
  private final ManifestWorkbook manifests;
  private final BillOfLading bills;
  private final Seals seals;
  private final ColdStore store;
  private final DamagePhotos photos;
  private final NoticeMailer mailer;

  public DocumentService(
      ShipmentDao shipments,
      ManifestWorkbook manifests,
      BillOfLading bills,
      Seals seals,
      ColdStore store,
      DamagePhotos photos,
      NoticeMailer mailer) {
    this.shipments = shipments;
    this.manifests = manifests;
    this.bills = bills;
    this.seals = seals;
    this.store = store;
    this.photos = photos;
    this.mailer = mailer;
  }

  /** The manifest of shipments by their numbers. */
  public byte[] manifest(long... ids) throws IOException {
    List<Shipment> all = new ArrayList<>();
    for (long id : ids) {
      all.add(shipments.load(id));
    }
    return manifests.build(all);
  }

  public String sealed(Shipment shipment) throws IOException {
    String text = bills.render(shipment);
    byte[] signature = seals.sign(text.getBytes(StandardCharsets.UTF_8));
    return text + "\n" + Base64.getEncoder().encodeToString(signature);
  }

  public void file(Shipment shipment) throws IOException {
    store.put(shipment.reference(), sealed(shipment).getBytes(StandardCharsets.UTF_8));
  }

  /** A picture from the terminal's camera, made small. */
  public byte[] damage(String url) throws IOException {
    byte[] photo;
    try (InputStream in = new URL(url).openStream()) {
      photo = in.readAllBytes();
    }
    return photos.shrink(photo);
  }

  public void mailManifest(String to, List<Shipment> all) throws IOException, MessagingException {
    MimeMessage message =
        mailer.compose(to, "Manifest", all.size() + " shipments", manifests.build(all));
    mailer.send(message);
  }

  /** Digest of something in the archive. */
  public String audit(String key) throws IOException {
    return Seals.digest(store.get(key));
  }
}
