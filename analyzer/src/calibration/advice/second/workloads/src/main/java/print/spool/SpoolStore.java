package print.spool;

import java.io.IOException;

/** Where print jobs wait; what is stored must survive a power cut. */
public interface SpoolStore {
  long store(Segment segment) throws IOException;
}
