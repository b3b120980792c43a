package com.pawlane.clinic.persistence;

import com.pawlane.clinic.model.Invoice;
import java.util.List;
import java.util.stream.Collectors;

/** Kept in the shape a mapping generator writes. */
public class InvoiceMapper {

  public InvoiceEntity toEntity(Invoice invoice) {
    if (invoice == null) {
      return null;
    }
    String number = invoice.number();
    long ownerId = 0L;
    if (invoice.owner() != null) {
      ownerId = invoice.owner().id();
    }
    return new InvoiceEntity(number, ownerId, invoice.issued(), invoice.total().cents());
  }

  public List<InvoiceEntity> toEntities(List<Invoice> invoices) {
    if (invoices == null) {
      return null;
    }
    return invoices.stream().map(this::toEntity).collect(Collectors.toList());
  }
}
