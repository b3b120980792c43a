package com.pawlane.clinic.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "invoice")
public class InvoiceEntity {
  @Id private String number;

  @Column(name = "owner_id")
  private long ownerId;

  private LocalDate issued;

  private long cents;

  private boolean paid;

  protected InvoiceEntity() {}

  public InvoiceEntity(String number, long ownerId, LocalDate issued, long cents) {
    this.number = number;
    this.ownerId = ownerId;
    this.issued = issued;
    this.cents = cents;
  }

  public String getNumber() {
    return number;
  }

  public long getOwnerId() {
    return ownerId;
  }

  public LocalDate getIssued() {
    return issued;
  }

  public long getCents() {
    return cents;
  }

  public boolean isPaid() {
    return paid;
  }

  public void pay() {
    this.paid = true;
  }
}
