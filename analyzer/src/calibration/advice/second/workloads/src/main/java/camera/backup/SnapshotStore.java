package camera.backup;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps the latest picture of each camera on disk, with an index of what is there. */
public class SnapshotStore {
  private final Lock lock = new ReentrantLock();
  private final Map<String, Integer> index = new HashMap<String, Integer>();
  private final File folder;

  public SnapshotStore(File folder) {
    this.folder = folder;
  }

  public int save(String camera, byte[] picture) throws IOException {
    lock.lock();
    try {
      FileOutputStream out = new FileOutputStream(new File(folder, camera + ".jpg"));
      try {
        out.write(picture);
        out.getFD().sync();
      } finally {
        out.close();
      }
      index.put(camera, picture.length);
      return picture.length;
    } finally {
      lock.unlock();
    }
  }

  public int sizeOf(String camera) {
    lock.lock();
    try {
      return index.getOrDefault(camera, 0);
    } finally {
      lock.unlock();
    }
  }
}
