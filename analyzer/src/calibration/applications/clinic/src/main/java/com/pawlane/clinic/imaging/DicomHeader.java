package com.pawlane.clinic.imaging;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The few fields we need of the head of a DICOM file. */
public record DicomHeader(int width, int height, String modality) {

  public static DicomHeader read(byte[] head) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(head))) {
      in.skipBytes(128);
      byte[] magic = new byte[4];
      in.readFully(magic);
      if (!"DICM".equals(new String(magic, StandardCharsets.US_ASCII))) {
        throw new IOException("not a DICOM file");
      }
      return new DicomHeader(in.readUnsignedShort(), in.readUnsignedShort(), in.readUTF());
    }
  }
}
