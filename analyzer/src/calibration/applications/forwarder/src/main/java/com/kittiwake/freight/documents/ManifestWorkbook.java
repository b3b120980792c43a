package com.kittiwake.freight.documents;

import com.kittiwake.freight.model.Parcel;
import com.kittiwake.freight.model.Shipment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Cargo manifests as spreadsheets, because the terminals want them so. */
public class ManifestWorkbook {
  public byte[] build(List<Shipment> shipments) throws IOException {
    try (Workbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = book.createSheet("manifest");
      int n = 0;
      for (Shipment s : shipments) {
        for (Parcel p : s.parcels()) {
          Row row = sheet.createRow(n++);
          row.createCell(0).setCellValue(s.reference());
          row.createCell(1).setCellValue(p.mark());
          row.createCell(2).setCellValue(p.kg());
          row.createCell(3).setCellValue(p.cubicMetres());
        }
      }
      book.write(out);
      return out.toByteArray();
    }
  }

  public Map<String, Double> weights(byte[] content) throws IOException {
    return weights(new ByteArrayInputStream(content));
  }

  /** The weights of a manifest a terminal sent some days ago. */
  public Map<String, Double> weightsOf(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return weights(in);
    }
  }

  private static Map<String, Double> weights(InputStream in) throws IOException {
    Map<String, Double> out = new LinkedHashMap<>();
    try (Workbook book = new XSSFWorkbook(in)) {
      for (Row row : book.getSheetAt(0)) {
        out.merge(
            row.getCell(0).getStringCellValue(), row.getCell(2).getNumericCellValue(), Double::sum);
      }
    }
    return out;
  }

  static String column(int index) {
    StringBuilder name = new StringBuilder();
    for (int n = index + 1; n > 0; n = (n - 1) / 26) {
      name.append((char) ('A' + (n - 1) % 26));
    }
    return name.reverse().toString();
  }

  static boolean blank(Cell cell) {
    return cell == null || cell.toString().isBlank();
  }
}
