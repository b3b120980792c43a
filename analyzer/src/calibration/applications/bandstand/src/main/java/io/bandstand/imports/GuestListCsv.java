package io.bandstand.imports;

import com.opencsv.CSVParserBuilder;
import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import io.bandstand.domain.Customer;
import java.io.IOException;
import java.io.Reader;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Guest lists of sponsors: id; name; email; postcode; language. */
public class GuestListCsv extends PartnerImport<Customer> {

  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

  @Override
  protected void parse(Reader source, Consumer<Customer> rows) throws IOException {
    CSVReader csv =
        new CSVReaderBuilder(source)
            .withSkipLines(1)
            .withCSVParser(new CSVParserBuilder().withSeparator(';').build())
            .build();
    for (String[] cells : csv) {
      if (cells.length >= 5) {
        rows.accept(customer(cells));
      }
    }
  }

  private static Customer customer(String[] cells) {
    return new Customer(
        Long.parseLong(cells[0].strip()),
        cells[1].strip(),
        cells[2].strip().toLowerCase(),
        cells[3].replace(" ", ""),
        cells[4].isBlank() ? "en" : cells[4].strip());
  }

  @Override
  protected String check(Customer row) {
    if (!EMAIL.matcher(row.email()).matches()) {
      return row.id() + ": no address: " + row.email();
    }
    return row.name().isBlank() ? row.id() + ": no name" : null;
  }
}
