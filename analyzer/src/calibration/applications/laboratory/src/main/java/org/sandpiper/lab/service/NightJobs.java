package org.sandpiper.lab.service;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.sandpiper.lab.archive.Exports;
import org.sandpiper.lab.domain.Result;
import org.sandpiper.lab.hl7.Hl7Message;
import org.sandpiper.lab.hl7.MessageSpool;
import org.sandpiper.lab.ops.JobRunner;
import org.sandpiper.lab.ops.Snapshots;
import org.sandpiper.lab.quality.MovingAverages;
import org.sandpiper.lab.store.OrderStore;
import org.sandpiper.lab.store.SpecimenIndex;

public final class NightJobs {
  private NightJobs() {}

  public static final class CloseOrders extends JobRunner.Job {
    private final OrderStore orders;

    public CloseOrders(OrderStore orders) {
      this.orders = orders;
    }

    @Override
    protected int work() {
      return orders.close(Instant.now().minusSeconds(30L * 86400));
    }
  }

  /** Processes what was kept while the database was away. */
  public static final class Drain extends JobRunner.Job {
    private final MessageSpool spool;
    private final OrderEntry entry;
    private final int most;

    public Drain(MessageSpool spool, OrderEntry entry, int most) {
      this.spool = spool;
      this.entry = entry;
      this.most = most;
    }

    @Override
    protected int work() throws IOException {
      int n = 0;
      for (var f : spool.waiting()) {
        if (n >= most) break;
        Hl7Message m = spool.load(f);
        n += entry.process(m);
        if (!f.delete()) throw new IOException("cannot delete " + f);
      }
      return n;
    }
  }

  public static final class Reindex extends JobRunner.Job {
    private final SpecimenIndex index;
    private final Supplier<Map<String, String>> findings;

    public Reindex(SpecimenIndex index, Supplier<Map<String, String>> findings) {
      this.index = index;
      this.findings = findings;
    }

    @Override
    protected int work() throws IOException {
      Map<String, String> all = findings.get();
      for (Map.Entry<String, String> f : all.entrySet()) index.put(f.getKey(), f.getValue());
      index.commit();
      return all.size();
    }
  }

  public static final class Bias extends JobRunner.Job {
    private final Supplier<List<Result>> source;
    private final boolean enabled;

    public Bias(Supplier<List<Result>> source, boolean enabled) {
      this.source = source;
      this.enabled = enabled;
    }

    @Override
    protected boolean due() {
      return enabled;
    }

    @Override
    protected int work() {
      double[] v = source.get().stream().mapToDouble(Result::value).toArray();
      double weight =
          new MovingAverages(3)
              .bestWeight(v, MovingAverages.percentile(v, 0.8) - MovingAverages.percentile(v, 0.5));
      return (int) (100 * weight);
    }
  }

  public static final class Backup extends JobRunner.Job {
    private final Snapshots snapshots;
    private final Supplier<List<Result>> source;
    private final Path target;

    public Backup(Snapshots snapshots, Supplier<List<Result>> source, Path target) {
      this.snapshots = snapshots;
      this.source = source;
      this.target = target;
    }

    @Override
    protected int work() throws IOException {
      List<Result> all = source.get();
      Map<String, byte[]> parts = new LinkedHashMap<>();
      for (int i = 0; i < all.size(); i += 1000)
        parts.put("part" + i, snapshots.freeze(all.subList(i, Math.min(all.size(), i + 1000))));
      try (OutputStream out = Files.newOutputStream(target)) {
        Exports.bundle(parts, out);
      }
      return parts.size();
    }
  }
}
