package gallery.render;

import java.io.Serializable;

/** An RGB picture, one int a pixel, row by row. */
public record Picture(int width, int height, int[] pixels) implements Serializable {}
