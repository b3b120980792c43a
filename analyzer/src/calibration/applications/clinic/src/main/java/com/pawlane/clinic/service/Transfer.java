package com.pawlane.clinic.service;

import com.pawlane.clinic.exports.CaseBundle;
import com.pawlane.clinic.security.RecordCipher;
import com.pawlane.clinic.util.Packing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.TreeMap;

/** Moves cases to other practices. */
public class Transfer {
  private final CaseBundle bundle;
  private final RecordCipher cipher;

  public Transfer(CaseBundle bundle, RecordCipher cipher) {
    this.bundle = bundle;
    this.cipher = cipher;
  }

  public byte[] seal(Map<String, byte[]> papers) throws IOException, GeneralSecurityException {
    return cipher.seal(bundle.pack(papers));
  }

  /** Encrypts and puts it on the stick; the stick may be pulled when this returns. */
  public void toStick(byte[] history, Path stick) throws IOException, GeneralSecurityException {
    byte[] sealed = cipher.seal(Packing.pack(history));
    try (FileChannel channel =
        FileChannel.open(stick, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      OutputStream out = Channels.newOutputStream(channel);
      out.write(sealed);
      channel.force(true);
    }
  }

  public byte[] fromStick(byte[] sealed) throws GeneralSecurityException {
    return Packing.unpack(cipher.open(sealed));
  }

  public Map<String, Integer> index(Map<String, byte[]> papers) throws IOException {
    Map<String, Integer> lengths = new TreeMap<>();
    for (Map.Entry<String, byte[]> paper : papers.entrySet()) {
      try (InputStream in = new ByteArrayInputStream(paper.getValue());
          OutputStream out = new ByteArrayOutputStream(16)) {
        lengths.put(paper.getKey(), (int) in.skip(Integer.MAX_VALUE));
        out.write(paper.getKey().length());
      }
    }
    return lengths;
  }
}
