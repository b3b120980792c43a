package wood.cutting;

import java.io.Serializable;

/** Pieces that can be cut and what they bring. */
public record Order(int board, int[] lengths, int[] values) implements Serializable {}
