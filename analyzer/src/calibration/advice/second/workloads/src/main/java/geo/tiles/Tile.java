package geo.tiles;

import java.io.Serializable;

public record Tile(int zoom, int x, int y) implements Serializable {}
