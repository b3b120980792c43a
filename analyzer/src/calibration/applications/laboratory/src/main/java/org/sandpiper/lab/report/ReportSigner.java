package org.sandpiper.lab.report;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.HexFormat;
import org.sandpiper.lab.domain.LabException;

public final class ReportSigner {
  private final KeyPair keys;
  private final byte[] linkSecret;

  public ReportSigner(KeyPair keys, byte[] linkSecret) {
    this.keys = keys;
    this.linkSecret = linkSecret.clone();
  }

  public static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator g = KeyPairGenerator.getInstance("RSA");
    g.initialize(2048);
    return g.generateKeyPair();
  }

  public String sign(byte[] document) {
    JWSObject o =
        new JWSObject(
            new JWSHeader(JWSAlgorithm.RS256),
            new Payload(HexFormat.of().formatHex(digest(document))));
    try {
      o.sign(new RSASSASigner(keys.getPrivate()));
    } catch (JOSEException e) {
      throw new LabException("signing failed", e);
    }
    return o.serialize();
  }

  public static byte[] digest(byte[] document) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(document);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Token for the link in the message to the patient. */
  public String link(String accession) {
    JWSObject o = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(accession));
    try {
      o.sign(new MACSigner(linkSecret));
    } catch (JOSEException e) {
      throw new LabException("no link", e);
    }
    return o.serialize();
  }

  public String accessionOf(String token) {
    try {
      JWSObject o = JWSObject.parse(token);
      return o.verify(new MACVerifier(linkSecret)) ? o.getPayload().toString() : null;
    } catch (ParseException | JOSEException e) {
      return null;
    }
  }
}
