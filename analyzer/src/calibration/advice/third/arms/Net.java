package arms;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** The servers on loopback that the workloads talk to; each answer takes the given time. */
final class Net {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(r -> {
        Thread t = new Thread(r, "server");
        t.setDaemon(true);
        return t;
    });

    /** A line in, a line out, a thread for each connection. */
    static int lines(double millis, UnaryOperator<String> answer) throws Exception {
        ServerSocket server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        long nanos = (long) (millis * 1e6);
        THREADS.execute(() -> {
            while (true) {
                try {
                    Socket socket = server.accept();
                    THREADS.execute(() -> {
                        try (socket) {
                            socket.setTcpNoDelay(true);
                            BufferedReader in = new BufferedReader(
                                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                            for (String line = in.readLine(); line != null; line = in.readLine()) {
                                TimeUnit.NANOSECONDS.sleep(nanos);
                                socket.getOutputStream()
                                        .write((answer.apply(line) + "\n").getBytes(StandardCharsets.UTF_8));
                            }
                        } catch (Exception e) {
                            // the client has gone
                        }
                    });
                } catch (Exception e) {
                    return;
                }
            }
        });
        return server.getLocalPort();
    }

    /** GET /item/NAME and GET /site/PAGE. */
    static int http(double millis) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        long nanos = (long) (millis * 1e6);
        server.setExecutor(THREADS);
        server.createContext("/item/", exchange -> {
            try {
                TimeUnit.NANOSECONDS.sleep(nanos);
            } catch (InterruptedException e) {
                return;
            }
            String name = exchange.getRequestURI().getPath().substring(6);
            byte[] body = ("name=" + name + ";price=" + price(name) + ";stock=7;unit=piece;text=" + "x".repeat(200))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/site/", exchange -> {
            try {
                TimeUnit.NANOSECONDS.sleep(nanos);
            } catch (InterruptedException e) {
                return;
            }
            byte[] body = page(exchange.getRequestURI().getPath().substring(6)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/folder/", exchange -> {
            try {
                TimeUnit.NANOSECONDS.sleep(nanos);
            } catch (InterruptedException e) {
                return;
            }
            String path = exchange.getRequestURI().getPath().substring(8);
            long depth = path.chars().filter(c -> c == '.').count();
            byte[] body = ((path.hashCode() & 0xFFF) + "|" + (depth < 3 ? "0,1,2,3" : "")).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server.getAddress().getPort();
    }

    /** Lines "number question" in, lines "number answer" out, many at once on a connection. */
    static int multiplexed(double millis, UnaryOperator<String> answer) throws Exception {
        ServerSocket server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        long nanos = (long) (millis * 1e6);
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(1, r -> {
            Thread t = new Thread(r, "timer");
            t.setDaemon(true);
            return t;
        });
        THREADS.execute(() -> {
            while (true) {
                try {
                    Socket socket = server.accept();
                    socket.setTcpNoDelay(true);
                    THREADS.execute(() -> {
                        try (socket) {
                            BufferedReader in = new BufferedReader(
                                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                            for (String line = in.readLine(); line != null; line = in.readLine()) {
                                int space = line.indexOf(' ');
                                String reply =
                                        line.substring(0, space + 1) + answer.apply(line.substring(space + 1)) + "\n";
                                timer.schedule(
                                        () -> {
                                            socket.getOutputStream().write(reply.getBytes(StandardCharsets.UTF_8));
                                            return null;
                                        },
                                        nanos,
                                        TimeUnit.NANOSECONDS);
                            }
                        } catch (Exception e) {
                            // the client has gone
                        }
                    });
                } catch (Exception e) {
                    return;
                }
            }
        });
        return server.getLocalPort();
    }

    /** A datagram in, a datagram out. */
    static int datagrams(double millis, UnaryOperator<String> answer) throws Exception {
        DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        server.setReceiveBufferSize(1 << 20);
        long nanos = (long) (millis * 1e6);
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(1, r -> {
            Thread t = new Thread(r, "timer");
            t.setDaemon(true);
            return t;
        });
        THREADS.execute(() -> {
            while (true) {
                try {
                    DatagramPacket question = new DatagramPacket(new byte[512], 512);
                    server.receive(question);
                    byte[] reply = answer.apply(new String(
                                    question.getData(), 0, question.getLength(), StandardCharsets.US_ASCII))
                            .getBytes(StandardCharsets.US_ASCII);
                    timer.schedule(
                            () -> {
                                server.send(new DatagramPacket(reply, reply.length, question.getSocketAddress()));
                                return null;
                            },
                            nanos,
                            TimeUnit.NANOSECONDS);
                } catch (Exception e) {
                    return;
                }
            }
        });
        return server.getLocalPort();
    }

    /** A string in, a string out, as DataInput reads them; a thread for each connection. */
    static int strings(double millis, UnaryOperator<String> answer) throws Exception {
        ServerSocket server = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        long nanos = (long) (millis * 1e6);
        THREADS.execute(() -> {
            while (true) {
                try {
                    Socket socket = server.accept();
                    THREADS.execute(() -> {
                        try (socket) {
                            socket.setTcpNoDelay(true);
                            DataInputStream in = new DataInputStream(socket.getInputStream());
                            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                            while (true) {
                                String key = in.readUTF();
                                TimeUnit.NANOSECONDS.sleep(nanos);
                                out.writeUTF(answer.apply(key));
                            }
                        } catch (Exception e) {
                            // the client has gone
                        }
                    });
                } catch (Exception e) {
                    return;
                }
            }
        });
        return server.getLocalPort();
    }

    /** A page of about six kilobytes. */
    static String page(String name) {
        StringBuilder html = new StringBuilder("<html><head><title>" + name + "</title></head><body>");
        for (int i = 0; i < 60; i++) {
            html.append("<p class=t").append(i).append("> Text of ").append(name)
                    .append(" about <a href=\"").append(i % 3 == 0 ? "http://else/" : "/").append(name).append(i)
                    .append("\">thing ").append(i).append("</a> and <b>more</b> words</p>\n");
        }
        return html.append("</body></html>").toString();
    }

    static String price(String name) {
        return (name.hashCode() & 0xFFF) + ".25";
    }
}
