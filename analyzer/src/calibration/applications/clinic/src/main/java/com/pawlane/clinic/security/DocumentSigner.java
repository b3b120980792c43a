package com.pawlane.clinic.security;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;

public final class DocumentSigner {
  private final KeyPair keys;

  public DocumentSigner(KeyPair keys) {
    this.keys = keys;
  }

  public byte[] sign(byte[] document) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(document);
    return signature.sign();
  }

  public boolean verify(byte[] document, byte[] signed) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(keys.getPublic());
    signature.update(document);
    return signature.verify(signed);
  }
}
