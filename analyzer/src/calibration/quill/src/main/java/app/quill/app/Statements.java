package app.quill.app;

import app.quill.fetch.CoverClient;
import app.quill.media.Covers;
import app.quill.media.Labels;
import app.quill.store.Database;
import app.quill.work.Desk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What authors and shops get from us at the end of a year. */
public class Statements {

  private final Database database;
  private final CoverClient covers;
  private final Labels labels;

  public Statements(Database database, CoverClient covers, Labels labels) {
    this.database = database;
    this.covers = covers;
    this.labels = labels;
  }

  /** All orders as a packed table. */
  // miss: said mixed: fetching 1,500 rows takes the database longer than we take a query to last
  public byte[] yearly(int most) throws SQLException {
    return database.read(
        connection -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          try (PreparedStatement query =
                  connection.prepareStatement(
                      "select id, isbn, copies, cents from orders order by isbn limit ?");
              Writer writer =
                  new OutputStreamWriter(new GZIPOutputStream(out), StandardCharsets.UTF_8);
              CSVPrinter printer = new CSVPrinter(writer, CSVFormat.EXCEL)) {
            query.setFetchSize(1_000);
            query.setInt(1, most);
            try (ResultSet rows = query.executeQuery()) {
              while (rows.next()) {
                printer.printRecord(
                    rows.getLong(1),
                    rows.getString(2),
                    rows.getInt(3),
                    rows.getLong(3) * rows.getLong(4));
              }
            }
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
          return out.toByteArray();
        });
  }

  /** Small pictures of all titles. */
  public List<byte[]> thumbnails(List<String> isbns) throws IOException {
    List<byte[]> small = new ArrayList<>();
    for (String isbn : isbns) {
      byte[] cover = covers.fetch(isbn);
      small.add(labels.jpeg(Covers.half(ImageIO.read(new ByteArrayInputStream(cover)))));
    }
    return small;
  }

  /** Never answers fast, so that nobody tries many. */
  public static boolean pin(String given, byte[] salt, byte[] expected)
      throws GeneralSecurityException {
    byte[] key =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
            .generateSecret(new PBEKeySpec(given.toCharArray(), salt, 5_000, 256))
            .getEncoded();
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return java.util.Arrays.equals(key, expected);
  }

  public static boolean manageable(String text) throws IOException, InterruptedException {
    return text.length() < 100_000 && Desk.words(text) < 20_000;
  }
}
