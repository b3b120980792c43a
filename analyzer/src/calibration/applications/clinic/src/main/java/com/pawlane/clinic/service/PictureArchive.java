package com.pawlane.clinic.service;

import com.pawlane.clinic.partners.PictureServer;
import com.pawlane.clinic.security.Checksums;
import com.pawlane.clinic.security.RecordCipher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;

/** Keeps an encrypted copy of each picture in the house. */
public class PictureArchive {
  private final PictureServer server;
  private final RecordCipher cipher;
  private final Path folder;

  public PictureArchive(PictureServer server, RecordCipher cipher, Path folder) {
    this.server = server;
    this.cipher = cipher;
    this.folder = folder;
  }

  /** Returns the checksum of the picture. */
  public String keep(String name) throws IOException, GeneralSecurityException {
    byte[] picture = server.get(name);
    Files.write(
        path(name),
        cipher.seal(picture),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        StandardOpenOption.DSYNC);
    return Checksums.ofBytes(picture);
  }

  public byte[] restore(String name) throws IOException, GeneralSecurityException {
    return cipher.open(Files.readAllBytes(path(name)));
  }

  Path path(String name) {
    return folder.resolve(name.replace('/', '_') + ".sealed");
  }
}
