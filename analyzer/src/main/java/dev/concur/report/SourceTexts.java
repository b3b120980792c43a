package dev.concur.report;

import dev.concur.model.Spot;
import java.util.List;

/** The sources beside the classes, as far as they are at hand. */
public interface SourceTexts {

  /** No source at hand: paths stay as they are in their packages. */
  SourceTexts NONE =
      new SourceTexts() {
        @Override
        public String pathOf(Spot spot) {
          return spot.file();
        }

        @Override
        public List<String> linesOf(Spot spot) {
          return List.of();
        }
      };

  /**
   * The file of a spot, relative to the root of the repository, with forward slashes; as it is in
   * its package when it was not found; empty when the spot names none.
   */
  String pathOf(Spot spot);

  /** The lines of the file of a spot; empty when it was not found. */
  List<String> linesOf(Spot spot);
}
