package org.sandpiper.lab.store;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "lab_test")
public class TestEntity {
  @Id private String id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "accession")
  private OrderEntity order;

  private String code;

  protected TestEntity() {}

  TestEntity(String id, OrderEntity order, String code) {
    this.id = id;
    this.order = order;
    this.code = code;
  }

  public String getId() {
    return id;
  }

  public OrderEntity getOrder() {
    return order;
  }

  public String getCode() {
    return code;
  }
}
