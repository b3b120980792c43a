package dev.concur.samples.innocent;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A stream under a shared lock, and only memory behind it. */
public final class DeliveryNote {

  private static final DeliveryNote OF_TODAY = new DeliveryNote();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private DeliveryNote() {}

  /** The note that is being written. */
  public static DeliveryNote ofToday() { // label: light
    return OF_TODAY;
  }

  /** Notes a parcel. */
  public void add(int parcel) throws IOException { // label: light
    synchronized (bytes) {
      out.writeInt(parcel);
    }
  }

  /** What has been noted. */
  public byte[] content() { // label: light
    synchronized (bytes) {
      return bytes.toByteArray();
    }
  }
}
