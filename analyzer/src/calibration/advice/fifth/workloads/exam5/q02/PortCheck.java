package exam5.q02;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Inventory of the office networks: who still listens on telnet, ftp or rdp? */
public final class PortCheck {

    private static final int[] PORTS = {21, 23, 3389};
    private static final int TIMEOUT_MS = 800;

    record Hit(String host, int port) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    static boolean open(String host, int port) {
        try (Socket s = new Socket()) {
            s.connect(new InetSocketAddress(host, port), TIMEOUT_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static List<Hit> scan(String prefix, int firstNet, int lastNet) {
        List<Hit> hits = new ArrayList<>();
        for (int net = firstNet; net <= lastNet; net++) {
            for (int host = 1; host < 255; host++) {
                String address = prefix + "." + net + "." + host;
                for (int port : PORTS) {
                    if (open(address, port)) {
                        hits.add(new Hit(address, port));
                    }
                }
            }
        }
        return hits;
    }

    static void write(List<Hit> hits, PrintStream out) {
        out.println("# " + hits.size() + " open ports");
        hits.forEach(out::println);
    }

    private PortCheck() {
    }

    public static void main(String[] args) {
        write(scan("10.20", 0, 15), System.out);
    }
}
