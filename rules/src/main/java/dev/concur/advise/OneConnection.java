package dev.concur.advise;

import dev.concur.model.Happening;
import dev.concur.model.Kind;
import dev.concur.model.MethodRef;
import dev.concur.model.Program;
import dev.concur.model.Spot;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a wait over one connection that outlives it from one over a connection of its own. */
final class OneConnection {

  private static final Set<String> TALKS =
      Set.of(
          "java.sql.Connection",
          "java.sql.Statement",
          "java.sql.PreparedStatement",
          "java.sql.CallableStatement",
          "java.sql.ResultSet",
          "java.net.Socket",
          "java.io.InputStream",
          "java.io.OutputStream",
          "java.io.DataInputStream",
          "java.io.DataOutputStream",
          "java.io.ObjectInputStream",
          "java.io.ObjectOutputStream",
          "java.io.Reader",
          "java.io.Writer",
          "java.io.BufferedReader",
          "java.io.BufferedWriter",
          "java.io.PrintWriter",
          "java.io.PrintStream",
          "java.io.FileOutputStream",
          "java.io.FileInputStream",
          "java.io.RandomAccessFile",
          "java.nio.channels.FileChannel",
          "java.nio.channels.SocketChannel",
          "java.nio.channels.ByteChannel");

  private static final Set<Kind> OVER = EnumSet.of(Kind.NETWORK, Kind.DATABASE);

  private static final Pattern GIVES_CONNECTION =
      Pattern.compile(
          "\\)L((java|javax)/sql/(Pooled)?Connection|java/net/(Socket|URLConnection|HttpURLConnection)"
              + "|java/nio/channels/SocketChannel);$");

  private static final Pattern GIVES_FILE =
      Pattern.compile(
          "\\)Ljava/(io/((Buffered)?(Reader|Writer)|(In|Out)putStream)|nio/channels/(File|SeekableByte)Channel);$");

  /**
   * How waits on a stream end that was not opened for them: by what it is, not by what is called.
   */
  private static final Pattern AS_STREAM =
      Pattern.compile(" waits as (the stream that it is|its device does)$");

  private OneConnection() {}

  /**
   * Whether any wait goes over a stream, a connection or a file that was there before: who comes
   * between the parts of what another says mixes them up, however short that wait is.
   */
  static boolean talkedOverMeanwhile(List<Happening> happenings, Program program) {
    return happenings.stream()
        .filter(Happening.Waits.class::isInstance)
        .map(Happening.Waits.class::cast)
        .filter(wait -> wait.kind().outside())
        .filter(wait -> talks(wait.chain(), program))
        .anyMatch(wait -> !borrows(wait.chain(), program) && !opens(wait.chain(), program));
  }

  /**
   * Whether the heaviest wait talks over a connection, and none is borrowed or opened on the way to
   * it.
   */
  static boolean talkedOver(List<Happening> happenings, Program program) {
    return happenings.stream()
        .filter(Happening.Waits.class::isInstance)
        .findFirst()
        .map(Happening.Waits.class::cast)
        .filter(wait -> OVER.contains(wait.kind()))
        .filter(wait -> talks(wait.chain(), program) && !borrows(wait.chain(), program))
        .isPresent();
  }

  /**
   * Whether the heaviest wait is for a file that was opened before: it has one position, and takes
   * one writer at a time whatever guards it.
   */
  static boolean onOneFile(List<Happening> happenings, Program program) {
    return happenings.stream()
        .filter(Happening.Waits.class::isInstance)
        .findFirst()
        .map(Happening.Waits.class::cast)
        .filter(wait -> wait.kind() == Kind.DISK)
        .filter(wait -> talks(wait.chain(), program) && !opens(wait.chain(), program))
        .isPresent();
  }

  private static boolean opens(List<Spot> chain, Program program) {
    return chain.stream()
        .map(Spot::methodRef)
        .distinct()
        .flatMap(method -> program.calls(method).stream())
        .map(Program.Call::callee)
        .anyMatch(OneConnection::opensFile);
  }

  private static boolean opensFile(MethodRef callee) {
    boolean made =
        callee.constructor()
            && (callee.owner().startsWith("java.io.File")
                || callee.owner().equals("java.io.RandomAccessFile"));
    // Who sets a position or cuts off the end answers with itself.
    boolean itself = callee.name().equals("position") || callee.name().equals("truncate");
    return made || (!itself && GIVES_FILE.matcher(callee.descriptor()).find());
  }

  private static boolean talks(List<Spot> chain, Program program) {
    if (chain.isEmpty()) {
      return false;
    }
    Spot leaf = chain.get(chain.size() - 1);
    List<MethodRef> called =
        program.calls(leaf.methodRef()).stream()
            .filter(call -> call.at().line() == leaf.line())
            .map(Program.Call::callee)
            .toList();
    boolean opened = called.stream().anyMatch(OneConnection::opensFile);
    return called.stream().anyMatch(callee -> TALKS.contains(callee.owner()))
        || (AS_STREAM.matcher(leaf.note()).find() && !opened);
  }

  private static boolean borrows(List<Spot> chain, Program program) {
    return chain.stream()
        .map(Spot::methodRef)
        .distinct()
        .flatMap(method -> program.calls(method).stream())
        .map(Program.Call::callee)
        .anyMatch(OneConnection::gives);
  }

  private static boolean gives(MethodRef callee) {
    boolean opens = callee.constructor() && callee.owner().equals("java.net.Socket");
    return opens || GIVES_CONNECTION.matcher(callee.descriptor()).find();
  }
}
