package com.kittiwake.freight.documents;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.FileHeader;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.CompressionLevel;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/** Papers of a shipment in one encrypted archive. */
public class DocumentVault {
  private final File file;
  private final char[] password;

  public DocumentVault(File file, String password) {
    this.file = file;
    this.password = password.toCharArray();
  }

  public void add(String name, byte[] content) throws IOException {
    ZipParameters p = new ZipParameters();
    p.setFileNameInZip(name);
    p.setCompressionLevel(CompressionLevel.NORMAL);
    p.setEncryptFiles(true);
    p.setEncryptionMethod(EncryptionMethod.AES);
    try (ZipFile zip = new ZipFile(file, password)) {
      zip.addStream(new ByteArrayInputStream(content), p);
    }
  }

  public byte[] fetch(String name) throws IOException {
    try (ZipFile zip = new ZipFile(file, password)) {
      FileHeader header = zip.getFileHeader(name);
      try (InputStream in = zip.getInputStream(header)) {
        return in.readAllBytes();
      }
    }
  }

  public List<String> names() throws IOException {
    try (ZipFile zip = new ZipFile(file, password)) {
      return zip.getFileHeaders().stream().map(FileHeader::getFileName).toList();
    }
  }
}
