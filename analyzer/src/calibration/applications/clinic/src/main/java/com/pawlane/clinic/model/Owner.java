package com.pawlane.clinic.model;

import java.io.Serializable;

public record Owner(
    long id,
    String firstName,
    String lastName,
    String street,
    String town,
    String email,
    String phone)
    implements Serializable {

  public String displayName() {
    return lastName + ", " + firstName + (town == null ? "" : " (" + town + ")");
  }
}
