package com.kittiwake.freight.customs;

import com.kittiwake.freight.model.Declaration;
import java.io.IOException;

public interface CustomsGateway {
  /** The movement reference number the office gave. */
  String submit(Declaration declaration) throws IOException;

  CustomsStatus status(String mrn) throws IOException;
}
