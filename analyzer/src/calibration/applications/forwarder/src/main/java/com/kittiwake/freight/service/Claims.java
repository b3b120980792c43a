package com.kittiwake.freight.service;

import com.kittiwake.freight.carriers.FtpExchange;
import com.kittiwake.freight.customs.CustomsGateway;
import com.kittiwake.freight.documents.BarcodeSheet;
import com.kittiwake.freight.documents.DamagePhotos;
import com.kittiwake.freight.documents.DocumentVault;
import com.kittiwake.freight.documents.Seals;
import com.kittiwake.freight.edi.LabelPrinter;
import com.kittiwake.freight.model.Declaration;
import com.kittiwake.freight.model.Rate;
import com.kittiwake.freight.model.Shipment;
import com.kittiwake.freight.ops.ScannerHub;
import com.kittiwake.freight.ops.Snapshots;
import com.kittiwake.freight.ops.Tools;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.bouncycastle.crypto.InvalidCipherTextException;

/** Damages, losses and who pays for them. */
public class Claims {
  private final DamagePhotos photos;
  private final FtpExchange insurer;
  private final Seals seals;
  private final LabelPrinter printer;
  private final Tools tools;

  public Claims(
      DamagePhotos photos, FtpExchange insurer, Seals seals, LabelPrinter printer, Tools tools) {
    this.photos = photos;
    this.insurer = insurer;
    this.seals = seals;
    this.printer = printer;
    this.tools = tools;
  }

  /** Has the box changed between the gate out and the gate in? */
  public boolean damaged(String before, String after) throws IOException {
    BufferedImage out = ImageIO.read(new URL(before));
    BufferedImage in = ImageIO.read(new URL(after));
    return photos.difference(out, in) > 0.02;
  }

  public byte[] policy(String name, String passphrase) throws IOException {
    byte[] policy = insurer.fetch(name);
    try {
      return seals.encrypt(
          Seals.keyFrom(passphrase, name.getBytes(StandardCharsets.UTF_8)), policy);
    } catch (InvalidCipherTextException e) {
      throw new IOException(e);
    }
  }

  /** One declaration of loss for a whole consignment. */
  public String declareLoss(CustomsGateway customs, List<Shipment> lost) throws IOException {
    List<Declaration.Item> items = new ArrayList<>();
    for (Shipment s : lost) {
      s.parcels()
          .forEach(
              p ->
                  items.add(
                      new Declaration.Item(
                          "9999", s.origin(), BigDecimal.valueOf(p.kg()), p.kg(), p.mark())));
    }
    return customs.submit(new Declaration(null, "Kittiwake", "DE0042", items));
  }

  /** The next tender that comes in by the scanner, as rates. */
  public List<Rate> nextTender(ScannerHub hub, Snapshots snapshots) throws InterruptedException {
    String xml = hub.next(2000);
    return xml == null ? List.of() : snapshots.fromXml(xml);
  }

  /** Words of the surveyors' reports by frequency; sorted outside, counted here. */
  public Map<String, Integer> words(String reports) throws IOException {
    String sorted = tools.filter(reports.replace(' ', '\n'), "sort");
    Map<String, Integer> counts = new TreeMap<>();
    for (String word : sorted.split("\\s+")) {
      counts.merge(
          word.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", ""), 1, Integer::sum);
    }
    return counts;
  }

  public void export(DocumentVault vault, String name, Path to) throws IOException {
    byte[] content = vault.fetch(name);
    try (FileChannel out =
        FileChannel.open(to, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      out.write(ByteBuffer.wrap(content));
      out.force(true);
    }
  }

  public int printSheet(String... references) throws IOException {
    BarcodeSheet sheet = new BarcodeSheet();
    String image = Base64.getEncoder().encodeToString(sheet.png(sheet.draw(references)));
    return printer.print("^XA^GFA" + image + "^XZ");
  }

  static double share(double value, double deductible, double percent) {
    return Math.max(0, value - deductible) * percent / 100;
  }
}
