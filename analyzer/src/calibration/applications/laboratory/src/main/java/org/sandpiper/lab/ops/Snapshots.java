package org.sandpiper.lab.ops;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sandpiper.lab.domain.Result;

/** State of the work lists between two starts. */
public final class Snapshots {
  private final ObjectMapper cbor = tolerant(new CBORMapper());
  private final ObjectMapper json = tolerant(new ObjectMapper());
  private static final TypeReference<List<Result>> RESULTS = new TypeReference<>() {};

  private static ObjectMapper tolerant(ObjectMapper m) {
    return m.registerModule(new JavaTimeModule())
        .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
  }

  public void write(List<Result> l, OutputStream out) throws IOException {
    cbor.writeValue(out, l);
  }

  public List<Result> read(InputStream in) throws IOException {
    return cbor.readValue(in, RESULTS);
  }

  public byte[] freeze(List<Result> l) throws IOException {
    ByteArrayOutputStream b = new ByteArrayOutputStream();
    write(l, b);
    return b.toByteArray();
  }

  public List<Result> thaw(byte[] b) throws IOException {
    return read(new ByteArrayInputStream(b));
  }

  public void save(Path p, List<Result> l) throws IOException {
    try (OutputStream out = Files.newOutputStream(p)) {
      write(l, out);
    }
  }

  public String json(List<Result> l) throws IOException {
    return json.writeValueAsString(l);
  }

  public List<Result> loadJson(File f) throws IOException {
    return json.readValue(f, RESULTS);
  }

  @SuppressWarnings("unchecked")
  public static <T extends Serializable> T copy(T t) {
    try {
      ByteArrayOutputStream b = new ByteArrayOutputStream();
      try (ObjectOutputStream o = new ObjectOutputStream(b)) {
        o.writeObject(t);
      }
      return (T) new ObjectInputStream(new ByteArrayInputStream(b.toByteArray())).readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
