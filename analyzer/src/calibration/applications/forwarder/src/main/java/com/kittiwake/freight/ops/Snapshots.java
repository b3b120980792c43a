package com.kittiwake.freight.ops;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import com.kittiwake.freight.model.Booking;
import com.kittiwake.freight.model.Parcel;
import com.kittiwake.freight.model.Rate;
import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.io.xml.StaxDriver;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** The same things in the formats of several decades. */
public final class Snapshots {
  private static final ThreadLocal<Kryo> KRYO =
      ThreadLocal.withInitial(
          () -> {
            Kryo kryo = new Kryo();
            kryo.register(ArrayList.class);
            kryo.register(Rate.class);
            kryo.register(Parcel.class);
            kryo.register(java.math.BigDecimal.class);
            return kryo;
          });
  private final Gson gson = new GsonBuilder().disableHtmlEscaping().create();
  private final XStream xstream = new XStream(new StaxDriver());

  public Snapshots() {
    xstream.allowTypesByWildcard(new String[] {"com.kittiwake.freight.model.**"});
    xstream.alias("rate", Rate.class);
  }

  public byte[] freeze(ArrayList<Rate> rates) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Output out = new Output(bytes)) {
      KRYO.get().writeObject(out, rates);
    }
    return bytes.toByteArray();
  }

  @SuppressWarnings("unchecked")
  public List<Rate> thaw(byte[] frozen) {
    try (Input in = new Input(frozen)) {
      return KRYO.get().readObject(in, ArrayList.class);
    }
  }

  public String toXml(List<Rate> rates) {
    return xstream.toXML(new ArrayList<>(rates));
  }

  @SuppressWarnings("unchecked")
  public List<Rate> fromXml(String xml) {
    return (List<Rate>) xstream.fromXML(xml);
  }

  public String toJson(List<Parcel> parcels) {
    return gson.toJson(parcels);
  }

  public List<Parcel> fromJson(String json) {
    return gson.fromJson(json, new TypeToken<List<Parcel>>() {}.getType());
  }

  public String line(Booking booking) {
    return String.join(
        "|", Long.toString(booking.id()), booking.port(), booking.vessel(), booking.state());
  }
}
