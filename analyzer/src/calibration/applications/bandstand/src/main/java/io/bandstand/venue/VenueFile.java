package io.bandstand.venue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandstand.domain.Seat;
import io.bandstand.seating.SeatMap;
import io.bandstand.util.Lazy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A hall, described in a file that is read when somebody asks. */
public class VenueFile {

  private final Path file;
  private final ObjectMapper mapper;
  private final Lazy<JsonNode> description;
  private final Lazy<Map<String, SeatMap>> blocks;

  public VenueFile(Path file, ObjectMapper mapper) {
    this.file = file;
    this.mapper = mapper;
    this.description = Lazy.of(this::read);
    this.blocks = description.map(VenueFile::blocks);
  }

  private JsonNode read() {
    try {
      return mapper.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, SeatMap> blocks(JsonNode description) {
    Map<String, SeatMap> blocks = new LinkedHashMap<>();
    for (JsonNode block : description.path("blocks")) {
      String name = block.path("name").asText();
      blocks.put(
          name,
          new SeatMap(
              name,
              block.path("rows").asInt(),
              block.path("width").asInt(),
              Seat.Tier.valueOf(block.path("tier").asText("FLOOR"))));
    }
    return blocks;
  }

  public String name() {
    return description.get().path("name").asText();
  }

  public Optional<SeatMap> block(String name) {
    return Optional.ofNullable(blocks.get().get(name));
  }

  public int capacity() {
    return blocks.get().values().stream().mapToInt(m -> m.rows() * m.width()).sum();
  }
}
