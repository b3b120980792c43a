package io.bandstand.domain;

import java.util.Optional;
import org.apache.commons.lang3.StringUtils;

/** Somebody who buys tickets. */
public record Customer(long id, String name, String email, String postcode, String language) {

  public String firstName() {
    return StringUtils.substringBefore(name, " ");
  }

  public String salutation() {
    return switch (Optional.ofNullable(language).orElse("en")) {
      case "de" -> "Hallo " + firstName();
      case "fr" -> "Bonjour " + firstName();
      case "nl" -> "Hoi " + firstName();
      default -> "Hi " + firstName();
    };
  }

  /** For logs: j***@example.org. */
  public String maskedEmail() {
    return Optional.ofNullable(email)
        .filter(e -> e.indexOf('@') > 0)
        .map(e -> e.charAt(0) + "***" + e.substring(e.indexOf('@')))
        .orElse("-");
  }
}
