package com.pawlane.clinic.service;

import com.pawlane.clinic.exports.InvoicePdf;
import com.pawlane.clinic.model.Invoice;
import com.pawlane.clinic.model.InvoiceLine;
import com.pawlane.clinic.model.Money;
import com.pawlane.clinic.partners.Mailbox;
import com.pawlane.clinic.persistence.InvoiceEntity;
import com.pawlane.clinic.persistence.InvoiceMapper;
import com.pawlane.clinic.persistence.InvoiceRepository;
import com.pawlane.clinic.security.DocumentSigner;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;

public class Billing {
  private final InvoiceRepository invoices;
  private final InvoiceMapper mapper = new InvoiceMapper();
  private final InvoicePdf pdf;
  private final DocumentSigner signer;
  private final Mailbox mailbox;

  public Billing(
      InvoiceRepository invoices, InvoicePdf pdf, DocumentSigner signer, Mailbox mailbox) {
    this.invoices = invoices;
    this.pdf = pdf;
    this.signer = signer;
    this.mailbox = mailbox;
  }

  /** Draws the bill, signs it and sends it to the owner. */
  public void send(Invoice invoice)
      throws IOException, GeneralSecurityException, MessagingException {
    byte[] document = pdf.render(invoice);
    byte[] signature = signer.sign(document);
    mailbox.send(
        mailbox.letter(
            invoice.owner().email(),
            "Invoice " + invoice.number(),
            "Signed " + java.util.Base64.getEncoder().encodeToString(signature),
            document));
  }

  public void issue(Invoice invoice) {
    invoices.add(mapper.toEntity(invoice));
  }

  public Money openAmount(long ownerId) {
    return invoices.unpaidOf(ownerId).stream()
        .map(InvoiceEntity::getCents)
        .map(Money::new)
        .reduce(Money.ZERO, Money::plus);
  }

  public Money estimate(List<InvoiceLine> lines, int discountPercent) {
    Money net = lines.stream().map(InvoiceLine::net).reduce(Money.ZERO, Money::plus);
    return net.percent(100 - discountPercent);
  }
}
