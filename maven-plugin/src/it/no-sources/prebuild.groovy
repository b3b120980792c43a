// Classes that somebody else compiled; of the source nothing is left.
def source = new File(basedir, 'Desk.java')
source.text = '''package it;

import java.net.Socket;
import java.util.concurrent.CompletableFuture;

public class Desk {
  public CompletableFuture<Integer> ask(int port) {
    return CompletableFuture.supplyAsync(() -> send(port));
  }

  private static int send(int port) {
    try (Socket socket = new Socket("shop", port)) {
      return socket.getInputStream().read();
    } catch (java.io.IOException e) {
      return 0;
    }
  }
}
'''
def classes = new File(basedir, 'target/classes')
classes.mkdirs()
def compiler = javax.tools.ToolProvider.systemJavaCompiler
assert compiler.run(null, null, null, '--release', '17', '-d', classes.path, source.path) == 0
source.delete()
return true
