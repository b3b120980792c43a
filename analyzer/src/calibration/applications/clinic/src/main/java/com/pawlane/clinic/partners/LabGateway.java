package com.pawlane.clinic.partners;

import com.pawlane.clinic.model.LabResult;
import java.io.IOException;
import java.util.List;

public interface LabGateway {
  LabResult result(String order) throws IOException;

  String submit(long animalId, List<String> tests) throws IOException;
}
