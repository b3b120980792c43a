package io.bandstand.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bandstand.domain.Money;
import io.bandstand.domain.Show;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Line-ups of promoters, one object after the other. */
public class LineupJson extends PartnerImport<Show> {

  private final ObjectMapper mapper = new ObjectMapper();

  @Override
  protected void parse(Reader source, Consumer<Show> rows) throws IOException {
    try (JsonParser parser = mapper.createParser(source)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new IOException("a list was expected");
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        rows.accept(show(mapper.readTree(parser)));
      }
    }
  }

  private static Show show(JsonNode node) {
    List<String> artists = new ArrayList<>();
    node.path("artists").forEach(a -> artists.add(a.asText()));
    return new Show(
        node.path("id").asLong(),
        node.path("title").asText(),
        node.path("stage").asText("main"),
        LocalDateTime.parse(node.path("starts").asText()),
        Duration.ofMinutes(node.path("minutes").asInt(60)),
        Money.parse(node.path("price").asText("0")),
        artists);
  }

  @Override
  protected String check(Show row) {
    return row.artists().isEmpty() ? row.id() + ": nobody plays" : null;
  }
}
