package com.pawlane.clinic.service;

import com.pawlane.clinic.exports.InvoicePdf;
import com.pawlane.clinic.model.Invoice;
import com.pawlane.clinic.model.InvoiceLine;
import com.pawlane.clinic.model.Money;
import com.pawlane.clinic.model.Owner;
import com.pawlane.clinic.persistence.InvoiceEntity;
import com.pawlane.clinic.persistence.InvoiceRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an owner still owes, on paper. */
public class Statements {
  private final InvoiceRepository invoices;
  private final InvoicePdf pdf;

  public Statements(InvoiceRepository invoices, InvoicePdf pdf) {
    this.invoices = invoices;
    this.pdf = pdf;
  }

  public Map<Long, byte[]> monthly(Collection<Owner> owners) {
    return owners.stream().collect(Collectors.toMap(Owner::id, this::statement));
  }

  /** Draws the statements only when somebody asks for them. */
  public Function<Owner, byte[]> onDemand() {
    return this::statement;
  }

  private byte[] statement(Owner owner) {
    List<InvoiceLine> lines = invoices.unpaidOf(owner.id()).stream().map(Statements::line).toList();
    try {
      return pdf.render(new Invoice("S" + owner.id(), owner, LocalDate.of(2024, 5, 31), lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InvoiceLine line(InvoiceEntity invoice) {
    return new InvoiceLine("Invoice " + invoice.getNumber(), 1, new Money(invoice.getCents()), 0);
  }
}
