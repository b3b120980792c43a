package org.sandpiper.lab.store;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "lab_order")
public class OrderEntity {
  @Id private String accession;
  private String mrn;
  private String requester;
  private Instant collected;
  private boolean urgent;

  @Column(name = "order_state")
  private String state;

  @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
  private List<TestEntity> tests = new ArrayList<>();

  protected OrderEntity() {}

  public OrderEntity(
      String accession, String mrn, String requester, Instant collected, boolean urgent) {
    this.accession = accession;
    this.mrn = mrn;
    this.requester = requester;
    this.collected = collected;
    this.urgent = urgent;
    this.state = "NEW";
  }

  public String getAccession() {
    return accession;
  }

  public String getMrn() {
    return mrn;
  }

  public String getRequester() {
    return requester;
  }

  public Instant getCollected() {
    return collected;
  }

  public boolean isUrgent() {
    return urgent;
  }

  public String getState() {
    return state;
  }

  public void setState(String state) {
    this.state = state;
  }

  public List<TestEntity> getTests() {
    return tests;
  }

  public void addTest(String code) {
    tests.add(new TestEntity(accession + "/" + code, this, code));
  }
}
