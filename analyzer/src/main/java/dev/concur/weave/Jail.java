package dev.concur.weave;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rules of the second net: what the JDK asks before it touches a file, a socket, a process or
 * itself. It rules by path and never by stack frame, and only once it is armed. It is loaded by the
 * boot loader, so it uses nothing but {@code java.base} and neither lambdas nor string templates,
 * whose making would open files and ask again.
 */
public final class Jail {

  private static final int MOST_REFUSALS = 40;
  private static final int READ_ONLY = 1;
  private static final int WRITES_ON_UNIX = 03 | 0100 | 01000 | 02000;
  private static final int WRITES_ON_WINDOWS = 0x40000000 | 0x10000000 | 0x10000;

  private static volatile boolean armed;
  private static volatile String folder = "";
  private static volatile String home = "";
  private static volatile String standIn = "";
  private static volatile List<String> readable = List.of();
  private static final Set<Thread> OWN_THREADS = ConcurrentHashMap.newKeySet();
  private static final List<String> REFUSALS = new ArrayList<>();

  private Jail() {}

  /** Something the code under test must not do. */
  public static final class Refused extends SecurityException {
    private static final long serialVersionUID = 1;

    Refused(String what) {
      super("refused while verifying: ".concat(what));
    }
  }

  /** Lets the calling thread end the JVM: it belongs to the worker, not to the code under test. */
  public static void own(Thread thread) {
    OWN_THREADS.add(thread);
  }

  /**
   * Closes the door.
   *
   * @param ownFolder the only folder that may be written
   * @param standInFile what is read in place of any file that may not be read
   * @param mayRead files and folders that may be read besides
   */
  public static void arm(Path ownFolder, Path standInFile, List<Path> mayRead) {
    // Kept, since the code under test may say it is another one, which moves no relative name.
    home = System.getProperty("user.dir");
    folder = plain(ownFolder.toString());
    standIn = plain(standInFile.toString());
    List<String> all = new ArrayList<>();
    all.add(plain(System.getProperty("java.home")));
    for (Path path : mayRead) {
      all.add(plain(path.toString()));
    }
    for (String system :
        new String[] {
          "/proc/self",
          "/proc/cgroups",
          "/proc/cpuinfo",
          "/proc/stat",
          "/sys/fs/cgroup",
          "/dev/random",
          "/dev/urandom",
          "/usr/share/zoneinfo",
          "/etc/localtime",
          "/etc/timezone"
        }) {
      all.add(system);
    }
    readable = List.copyOf(all);
    armed = true;
  }

  /** Whether this JVM was started with the agent, so that the JDK asks these rules. */
  public static boolean spread() {
    return Jail.class.getClassLoader() == null;
  }

  /** Forgets what was refused: something else is tried. */
  public static void forgetRefusals() {
    synchronized (REFUSALS) {
      REFUSALS.clear();
    }
  }

  /** What was refused so far, in order, the first few. */
  public static List<String> refusals() {
    synchronized (REFUSALS) {
      return new ArrayList<>(REFUSALS);
    }
  }

  /** The file to read in place of this one: itself when that is allowed. */
  public static String read(String name) {
    return !armed || name == null || mayRead(plain(name)) ? name : standIn;
  }

  /** The file to write; only in the own folder. */
  public static String write(String name) {
    change(name);
    return name;
  }

  /** A file opened by {@code RandomAccessFile}. */
  public static String open(String name, int mode) {
    return (mode & READ_ONLY) != 0 ? read(name) : write(name);
  }

  /** A path opened on Linux, macOS and their like. */
  public static Object openOnUnix(Object path, int flags) {
    if (!armed || path == null) {
      return path;
    }
    if ((flags & WRITES_ON_UNIX) != 0) {
      change(path);
      return path;
    }
    return mayRead(plain(path.toString())) ? path : ((Path) path).getFileSystem().getPath(standIn);
  }

  /** A path opened on Windows. */
  public static String openOnWindows(String path, int access) {
    return (access & WRITES_ON_WINDOWS) != 0 ? write(path) : read(path);
  }

  /** Something is about to be made, changed or removed; only in the own folder. */
  public static void change(Object path) {
    if (armed && path != null && !within(plain(path.toString()), folder)) {
      throw refused("changes the file ".concat(path.toString()));
    }
  }

  /** A socket is about to reach out or to listen. */
  public static void socket(Object address) {
    if (armed) {
      throw refused("opens a connection to ".concat(String.valueOf(address)));
    }
  }

  /** A name is about to be looked up in the network. */
  public static void lookUp(Object host) {
    if (armed && !"localhost".equals(host)) {
      throw refused("looks up the host ".concat(String.valueOf(host)));
    }
  }

  /** A process is about to be started or ended. */
  public static void process() {
    if (armed) {
      throw refused("starts or ends a process");
    }
  }

  /** The JVM is about to end. */
  public static void exit() {
    if (armed && !OWN_THREADS.contains(Thread.currentThread())) {
      throw refused("ends the JVM");
    }
  }

  /** Native code is about to be loaded for this class. */
  public static void load(Class<?> forClass) {
    if (armed
        && forClass.getClassLoader() != null
        && forClass.getClassLoader() != ClassLoader.getPlatformClassLoader()) {
      throw refused("loads native code");
    }
  }

  private static Refused refused(String what) {
    synchronized (REFUSALS) {
      if (REFUSALS.size() < MOST_REFUSALS && !REFUSALS.contains(what)) {
        REFUSALS.add(what);
      }
    }
    return new Refused(what);
  }

  private static boolean mayRead(String path) {
    if (within(path, folder)) {
      return true;
    }
    for (String each : readable) {
      if (within(path, each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean within(String path, String place) {
    return path.equals(place) || path.startsWith(place.concat(File.separator));
  }

  /**
   * Absolute, with neither {@code .} nor {@code ..}; links are not followed, and none can be made.
   */
  private static String plain(String name) {
    String text =
        name.startsWith(File.separator) || name.indexOf(':') == 1
            ? name
            : home.concat(File.separator).concat(name);
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int to = text.indexOf(File.separatorChar, from);
      String part = text.substring(from, to < 0 ? text.length() : to);
      if (part.equals("..")) {
        if (!parts.isEmpty()) {
          parts.remove(parts.size() - 1);
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
      from = to < 0 ? text.length() + 1 : to + 1;
    }
    StringBuilder plain = new StringBuilder();
    for (String part : parts) {
      if (plain.length() > 0 || text.startsWith(File.separator)) {
        plain.append(File.separatorChar);
      }
      plain.append(part);
    }
    return plain.toString();
  }
}
