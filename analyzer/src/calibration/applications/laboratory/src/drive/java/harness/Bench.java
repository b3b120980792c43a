package harness;

import java.io.*;
import java.lang.management.*;
import java.lang.reflect.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;

/** Measures registered calls. */
final class Bench {
  interface Body {
    Object run() throws Exception;
  }

  interface Step {
    void run() throws Exception;
  }

  static final class Entry {
    String cls, method, desc, kinds, trait = "-";
    Body body;
    Step before;
    boolean computes;
    int pool, batch, burst;
    boolean longWork;
    double burstPause;
    double wait, cpu, wall;
    int samples;
    String profile = "";
    String label;
    boolean border;

    Entry before(Step s) {
      before = s;
      return this;
    }

    Entry trait(String t) {
      trait = t;
      return this;
    }

    Entry pool(int parallel) {
      pool = parallel;
      return this;
    }

    /** Calls measured together, where single calls alternate between short and long. */
    Entry batch(int calls) {
      batch = calls;
      return this;
    }

    /**
     * Calls before the warm-up, so that starters that need a pause between calls are compiled too.
     */
    Entry burst(int calls, double pauseMillis) {
      burst = calls;
      burstPause = pauseMillis;
      return this;
    }

    /**
     * Computes for milliseconds: on a loaded machine it is off the CPU while its wait elapses, so
     * the median of waits, not the lower quantile.
     */
    Entry longWork() {
      longWork = true;
      return this;
    }

    Entry computes() {
      computes = true;
      return this;
    }
  }

  static final List<Entry> entries = new ArrayList<>();
  static final ThreadMXBean MX = ManagementFactory.getThreadMXBean();
  static volatile Object sink;

  static Entry m(String cls, String method, String kinds, Body body) {
    Entry e = new Entry();
    e.cls = "org.sandpiper.lab." + cls;
    e.kinds = kinds;
    e.body = body;
    String want = null;
    int p = method.indexOf('(');
    if (p > 0) {
      want = method.substring(p + 1, method.length() - 1);
      method = method.substring(0, p);
    }
    e.method = method;
    try {
      List<Method> found = new ArrayList<>();
      for (Method x : Class.forName(e.cls).getDeclaredMethods()) {
        if (x.getName().equals(method)
            && !x.isBridge()
            && !x.isSynthetic()
            && (want == null
                || Arrays.stream(x.getParameterTypes())
                    .map(Class::getSimpleName)
                    .collect(java.util.stream.Collectors.joining(","))
                    .equals(want))) found.add(x);
      }
      if (found.size() != 1)
        throw new IllegalStateException(e.cls + "." + method + " found " + found);
      Method x = found.get(0);
      e.desc =
          java.lang.invoke.MethodType.methodType(x.getReturnType(), x.getParameterTypes())
              .toMethodDescriptorString();
    } catch (ClassNotFoundException ex) {
      throw new IllegalStateException(ex);
    }
    entries.add(e);
    return e;
  }

  /** For methods the harness cannot see. */
  static Body hidden(Object target, String cls, String method, Object... args) {
    try {
      for (Method x : Class.forName("org.sandpiper.lab." + cls).getDeclaredMethods()) {
        if (x.getName().equals(method)
            && x.getParameterCount() == args.length
            && !x.isSynthetic()) {
          x.setAccessible(true);
          return () -> x.invoke(target, args);
        }
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
    throw new IllegalStateException(cls + "." + method);
  }

  static long delay() {
    try (FileInputStream in = new FileInputStream("/proc/thread-self/schedstat")) {
      byte[] b = new byte[96];
      int n = in.read(b);
      return Long.parseLong(new String(b, 0, n, StandardCharsets.US_ASCII).split(" ")[1]);
    } catch (IOException e) {
      return 0;
    }
  }

  /** CPU + run queue delay of the product's other threads. */
  static long others(boolean withDelay) {
    long sum = 0;
    long self = Thread.currentThread().getId();
    for (ThreadInfo t : MX.getThreadInfo(MX.getAllThreadIds())) {
      if (t == null
          || t.getThreadId() == self
          || t.getThreadName().startsWith("harness")
          || t.getThreadName().startsWith("H2 ")
          || t.getThreadName()
              .matches(
                  "Reference Handler|Finalizer|Signal Dispatcher|Common-Cleaner|Notification.*|.*Compiler.*|process reaper.*"))
        continue;
      sum += Math.max(0, MX.getThreadCpuTime(t.getThreadId()));
    }
    if (withDelay) {
      File[] tasks = new File("/proc/self/task").listFiles();
      for (File t : tasks) {
        try {
          String name = Files.readString(t.toPath().resolve("comm")).trim();
          if (name.startsWith("ForkJoin") || name.startsWith("pool-") || name.startsWith("app-")) {
            sum += Long.parseLong(Files.readString(t.toPath().resolve("schedstat")).split(" ")[1]);
          }
        } catch (IOException e) {
          /* ended */
        }
      }
    }
    return sum;
  }

  static double q(double[] a, double f) {
    double[] c = a.clone();
    Arrays.sort(c);
    return c[(int) Math.min(c.length - 1, Math.floor(f * c.length))];
  }

  static void measure(Entry e) throws Exception {
    boolean pre = e.before != null;
    for (int i = 0; i < e.burst; i++) {
      sink = e.body.run();
      Servers.pause(e.burstPause);
    }
    long start = System.nanoTime();
    int warm = 0;
    double last = 0;
    while (warm < 6
        || (System.nanoTime() - start < (last > 200 ? 1_200_000_000L : 250_000_000L)
            && warm < 60_000)) {
      if (pre) e.before.run();
      long t = System.nanoTime();
      sink = e.body.run();
      last = (System.nanoTime() - t) / 1e3;
      warm++;
      if (warm >= 6 && System.nanoTime() - start > 3_000_000_000L) break;
    }
    double per = (System.nanoTime() - start) / 1e3 / warm;
    int k = pre ? 1 : (int) Math.max(1, Math.min(20_000, 1500 / Math.max(0.05, per)));
    if (e.batch > 0) k = e.batch;
    int n = 0;
    double[] wall = new double[400], cpu = new double[400], wait = new double[400];
    start = System.nanoTime();
    while (n < 25
        || (n < 400 && System.nanoTime() - start < (per < 20 ? 200_000_000L : 600_000_000L))) {
      if (n >= 15 && System.nanoTime() - start > 3_000_000_000L) break;
      if (pre) e.before.run();
      long o0 = e.pool > 0 ? others(e.computes) : 0;
      long d0 = delay();
      long c0 = MX.getCurrentThreadCpuTime();
      long t0 = System.nanoTime();
      for (int i = 0; i < k; i++) sink = e.body.run();
      long t1 = System.nanoTime();
      long c1 = MX.getCurrentThreadCpuTime();
      long d1 = delay();
      double w = t1 - t0, c = c1 - c0, d = Math.max(0, d1 - d0);
      double idle = Math.max(0, w - c - d);
      if (e.pool > 0) {
        double o = Math.min(idle, (double) (others(e.computes) - o0) / e.pool);
        c += o;
        idle -= o;
      }
      wall[n] = w / k / 1e3;
      cpu[n] = c / k / 1e3;
      wait[n] = idle / k / 1e3;
      n++;
    }
    wall = Arrays.copyOf(wall, n);
    cpu = Arrays.copyOf(cpu, n);
    wait = Arrays.copyOf(wait, n);
    e.samples = n;
    e.wall = q(wall, .5);
    e.cpu = q(cpu, .2);
    e.wait = q(wait, e.longWork ? .5 : .2);
    profile(e);
    decide(e);
  }

  static void decide(Entry e) {
    double total = e.wait + e.cpu;
    double w = e.wait / total;
    if (e.computes) w = 0;
    double all = e.computes ? e.cpu : total;
    if (all < 50) {
      e.label = "light";
      e.border = all > 30;
    } else {
      e.label = w >= .8 ? "io" : w <= .2 ? "cpu" : "mixed";
      e.border = all < 80 || w > .15 && w < .3 || w > .7 && w < .87;
    }
  }

  static String kind(StackTraceElement[] stack) {
    Set<String> all = new LinkedHashSet<>();
    for (StackTraceElement f : stack) {
      if (f.getClassName().startsWith("harness.")) break;
      all.add(f.getClassName() + "." + f.getMethodName());
    }
    String s = String.join(" ", all);
    if (s.isEmpty()) return "harness";
    String top = all.iterator().next();
    if (s.contains("Thread.sleep")) return "sleep";
    if (s.contains("org.h2.")
        || s.contains("org.sqlite.")
        || s.contains("java.sql")
        || s.contains("zaxxer")
        || s.contains("hibernate")
        || s.contains("springframework")) return "database";
    if (s.contains("java.util.zip.Inflater")
        || s.contains("java.util.zip.Deflater")
        || s.contains("xerial.snappy")) return "compression";
    if (top.matches(".*(FileInputStream\\.readBytes|FileInputStream\\.read0).*")
        && s.contains("ProcessImpl")) return "process";
    if (s.contains("java.lang.ProcessImpl")
        || s.contains("ProcessPipe")
        || s.contains("ProcessBuilder")) return "process";
    if (s.contains("sun.nio.ch.SocketChannelImpl")
        || s.contains("NioSocketImpl")
        || s.contains("java.net.Socket")
        || s.contains("sun.nio.ch.Net")
        || s.contains("okhttp3.")
        || s.contains("jdk.internal.net.http")
        || s.contains("apache.hc.")
        || s.contains("unboundid")
        || s.contains("nats.client")
        || s.contains("redis.clients")
        || s.contains("commons.net.")
        || s.contains("HttpURLConnection")) return "network";
    if (s.contains("javax.imageio")
        || s.contains("com.sun.imageio")
        || s.contains("com.google.zxing")
        || s.contains("java.awt")
        || s.contains("sun.java2d")
        || s.contains("sun.awt")) return "image";
    if (s.contains("sun.security")
        || s.contains("javax.crypto")
        || s.contains("com.sun.crypto")
        || s.contains("nimbusds")
        || s.contains("jbcrypt")
        || s.contains("java.security")) return "crypto";
    if (s.contains("sun.nio.ch.FileDispatcherImpl")
        || s.contains("sun.nio.fs.")
        || s.contains("java.io.FileOutputStream")
        || s.contains("java.io.FileInputStream")
        || s.contains("FileDescriptor.sync")
        || s.contains("java.nio.MappedByteBuffer")
        || s.contains("java.io.UnixFileSystem")
        || s.contains("RandomAccessFile")) return "disk";
    if (s.contains("fasterxml")
        || s.contains("ctc.wstx")
        || s.contains("dom4j")
        || s.contains("msgpack")
        || s.contains("pdfbox")
        || s.contains("ObjectOutputStream")
        || s.contains("ObjectInputStream")
        || s.contains("com.sun.org.apache.xerces")
        || s.contains("com.sun.xml.internal.stream")) return "serialization";
    if (s.contains("TimSort") || s.contains("PriorityQueue") || s.contains("java.util.Arrays.sort"))
      return "sort";
    if (s.contains("LockSupport.park") || s.contains("Object.wait")) return "park";
    if (s.contains("thymeleaf")
        || s.contains("mustache")
        || s.contains("univocity")
        || s.contains("jsoup")
        || s.contains("typesafe")
        || s.contains("lab.hl7.")
        || s.contains("commons.csv")
        || s.contains("java.util.regex")
        || s.contains("java.lang.String")
        || s.contains("AbstractStringBuilder")) return "text";
    return "?" + top.substring(top.lastIndexOf('.', top.lastIndexOf('.') - 1) + 1);
  }

  static void profile(Entry e) throws Exception {
    if (e.wall < 30) return;
    Thread main = Thread.currentThread();
    Map<String, Integer> hits = new HashMap<>();
    boolean[] state = new boolean[2];
    Thread sampler =
        new Thread(
            () -> {
              while (!state[1]) {
                Servers.pause(0.7);
                if (!state[0]) continue;
                StackTraceElement[] st = main.getStackTrace();
                if (state[0]) hits.merge(kind(st), 1, Integer::sum);
              }
            },
            "harness-sampler");
    sampler.setDaemon(true);
    sampler.start();
    long start = System.nanoTime();
    do {
      if (e.before != null) e.before.run();
      state[0] = true;
      sink = e.body.run();
      state[0] = false;
    } while (System.nanoTime() - start < 250_000_000L);
    state[1] = true;
    sampler.join();
    hits.remove("harness");
    int sum = hits.values().stream().mapToInt(i -> i).sum();
    StringBuilder b = new StringBuilder();
    hits.entrySet().stream()
        .sorted((x, y) -> y.getValue() - x.getValue())
        .limit(5)
        .forEach(
            x ->
                b.append(x.getKey())
                    .append('=')
                    .append(100 * x.getValue() / Math.max(1, sum))
                    .append("% "));
    e.profile = b.toString().trim();
  }
}
