package museum.images;

import java.io.IOException;
import java.nio.file.Path;

/** Reads within the lock, unpacks outside. */
public class NarrowPack extends PackFile {
    public NarrowPack(Path path) throws IOException {
        super(path);
    }

    @Override
    public byte[] image(long offset) throws IOException {
        byte[] packed;
        synchronized (this) {
            packed = readPacked(offset);
        }
        return unpack(packed);
    }
}
