package com.pawlane.clinic.partners;

import java.io.IOException;

public interface Notifier {
  void tell(String recipient, String text) throws IOException;
}
