package media.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Converts the tracks of an album that are not converted yet. */
public class AlbumConversion {
  private final Transcoder transcoder;
  private final Library library;
  private final List<String> problems = new ArrayList<>();

  public AlbumConversion(Transcoder transcoder, Library library) {
    this.transcoder = transcoder;
    this.library = library;
  }

  public long convert(List<Path> tracks) throws InterruptedException {
    for (Path track : tracks) {
      if (library.contains(track)) {
        continue;
      }
      long size = convertOne(track);
      if (size >= 0) {
        library.converted(track, size);
      } else {
        problems.add(track.getFileName().toString());
      }
    }
    return library.total();
  }

  public long convertOne(Path track) throws InterruptedException {
    try {
      return transcoder.transcode(track);
    } catch (IOException e) {
      return -1;
    }
  }

  public List<String> problems() {
    return problems;
  }
}
