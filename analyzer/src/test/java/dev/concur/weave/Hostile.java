package dev.concur.weave;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Scanner;
import java.util.stream.Stream;

/**
 * A program that tries everything it should not. Arguments: its own folder, a folder that is not
 * its own and holds {@code secret.txt}. Prints a line for each attempt and how it ended.
 */
final class Hostile {

  private Hostile() {}

  interface Attempt {
    Object run() throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    Path own = Path.of(arguments[0]);
    Path foreign = Path.of(arguments[1]);
    String secret = foreign.resolve("secret.txt").toString();
    Path standIn = own.resolve("stand-in.txt");
    Files.writeString(standIn, "harmless");
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    Jail.arm(own, standIn, classPath);
    Thread attacker =
        new Thread(
            () -> {
              reads(secret);
              writes(foreign, secret);
              reachesOut();
              endsThings();
              movesHome(own);
              attempt("own file", () -> Files.writeString(own.resolve("mine.txt"), "fine"));
            });
    attacker.start();
    attacker.join();
    System.out.println("refusals " + Jail.refusals().size());
    Runtime.getRuntime().halt(5);
  }

  /** A relative name is one of the folder in which the JVM began, whatever anybody says later. */
  private static void movesHome(Path own) {
    System.setProperty("user.dir", own.toString());
    attempt("write to where it began", () -> new FileOutputStream("concur-must-not-write-this"));
  }

  private static void reads(String secret) {
    attempt("FileInputStream", () -> new String(new FileInputStream(secret).readAllBytes()));
    attempt("Scanner", () -> new Scanner(new File(secret)).nextLine());
    attempt("Files.readString", () -> Files.readString(Path.of(secret)));
    attempt("RandomAccessFile", () -> new RandomAccessFile(secret, "r").readLine());
    attempt(
        "reflection",
        () -> {
          Object in =
              Class.forName("java.io.FileInputStream")
                  .getConstructor(String.class)
                  .newInstance(secret);
          return new String(((FileInputStream) in).readAllBytes());
        });
  }

  private static void writes(Path foreign, String secret) {
    attempt("FileOutputStream", () -> new FileOutputStream(foreign.resolve("a").toFile()));
    attempt("FileWriter", () -> new FileWriter(foreign.resolve("b").toFile()));
    attempt("PrintWriter", () -> new PrintWriter(foreign.resolve("c").toString()));
    attempt("RandomAccessFile rw", () -> new RandomAccessFile(secret, "rw"));
    attempt("Files.write", () -> Files.writeString(foreign.resolve("d"), "x"));
    attempt("Files.delete", () -> Files.deleteIfExists(Path.of(secret)));
    attempt("File.delete", () -> new File(secret).delete());
    attempt("File.mkdir", () -> new File(foreign.toFile(), "e").mkdir());
    attempt("createDirectory", () -> Files.createDirectory(foreign.resolve("f")));
    attempt("createNewFile", () -> new File(foreign.toFile(), "g").createNewFile());
    attempt("renameTo", () -> new File(secret).renameTo(foreign.resolve("h").toFile()));
    attempt(
        "Files.move",
        () -> Files.move(Path.of(secret), foreign.resolve("i"), StandardCopyOption.ATOMIC_MOVE));
    attempt("symlink", () -> Files.createSymbolicLink(foreign.resolve("j"), Path.of(secret)));
    attempt("dotdot", () -> new FileOutputStream(foreign + "/../" + foreign.getFileName() + "/k"));
    attempt("setReadOnly", () -> new File(secret).setReadOnly());
    attempt("subclass", () -> new FileOutputStream(foreign.resolve("l").toFile()) {}.getChannel());
  }

  private static void reachesOut() {
    attempt("Socket", () -> new Socket("127.0.0.1", 9));
    attempt("ServerSocket", () -> new ServerSocket(0));
    attempt(
        "SocketChannel",
        () ->
            SocketChannel.open(
                new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 9)));
    attempt(
        "Datagram",
        () -> {
          DatagramSocket socket = new DatagramSocket();
          socket.send(new DatagramPacket(new byte[1], 1, InetAddress.getLoopbackAddress(), 9));
          return "sent";
        });
    attempt("lookup", () -> InetAddress.getByName("example.invalid"));
  }

  private static void endsThings() {
    attempt("ProcessBuilder", () -> new ProcessBuilder("true").start());
    attempt("Runtime.exec", () -> Runtime.getRuntime().exec(new String[] {"true"}));
    attempt("kill", () -> ProcessHandle.current().parent().map(ProcessHandle::destroy));
    attempt(
        "exit",
        () -> {
          System.exit(1);
          return "survived";
        });
    attempt(
        "halt",
        () -> {
          Runtime.getRuntime().halt(1);
          return "survived";
        });
    attempt(
        "load",
        () -> {
          System.load("/no/such/library.so");
          return "loaded";
        });
  }

  private static void attempt(String name, Attempt attempt) {
    try {
      System.out.println(name + ": " + attempt.run());
    } catch (Jail.Refused refused) {
      System.out.println(name + ": refused");
    } catch (Throwable other) {
      System.out.println(name + ": " + (causedByJail(other) ? "refused" : other.toString()));
    }
  }

  private static boolean causedByJail(Throwable problem) {
    for (Throwable each = problem; each != null; each = each.getCause()) {
      if (each instanceof Jail.Refused) {
        return true;
      }
    }
    return false;
  }
}
