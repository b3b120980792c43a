package dev.concur.report;

import dev.concur.advise.Advice;
import dev.concur.model.Spot;
import java.util.Optional;

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
        public String textOf(Spot spot) {
          return "";
        }
      };

  /**
   * The file of a spot, relative to the root of the repository, with forward slashes; as it is in
   * its package when it was not found; empty when the spot names none.
   */
  String pathOf(Spot spot);

  /** The whole file of a spot; empty when it was not found. */
  String textOf(Spot spot);

  /** The change of one of them that follows an advice, for the safe subset; empty for the rest. */
  default Optional<Patch> patchOf(Advice advice) {
    return Optional.empty();
  }
}
