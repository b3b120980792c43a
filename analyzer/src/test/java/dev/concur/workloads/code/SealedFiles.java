package dev.concur.workloads.code;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** Computes the seal of each of many documents, about a millisecond each. */
public final class SealedFiles {

  public List<byte[]> seals(List<byte[]> documents) throws NoSuchAlgorithmException {
    List<byte[]> seals = new ArrayList<>();
    for (byte[] document : documents) {
      seals.add(seal(document));
    }
    return seals;
  }

  public byte[] seal(byte[] document) throws NoSuchAlgorithmException {
    byte[] seal = MessageDigest.getInstance("SHA-256").digest(document);
    for (int round = 0; round < 40; round++) {
      seal = MessageDigest.getInstance("SHA-256").digest(document);
    }
    return seal;
  }
}
