package geo.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/** Downloads the tiles of a region for offline use and tells the progress. */
public final class RegionDownload {
  private final TileSource source;
  private final ObjIntConsumer<Tile> progress;

  public RegionDownload(TileSource source, ObjIntConsumer<Tile> progress) {
    this.source = source;
    this.progress = progress;
  }

  public List<byte[]> download(Iterable<Tile> region) {
    var images = new ArrayList<byte[]>();
    region.forEach(
        tile -> {
          var image = tile(tile);
          progress.accept(tile, image.length);
          images.add(image);
        });
    return images;
  }

  public byte[] tile(Tile tile) {
    return source.load(tile).join();
  }
}
