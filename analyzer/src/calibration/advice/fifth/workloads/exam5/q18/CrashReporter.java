package exam5.q18;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Last resort of the desktop client: tells the support servers about an uncaught exception and ends the program. */
public class CrashReporter implements Thread.UncaughtExceptionHandler {

    private static final String[] SERVERS = {
        "https://crash-eu.example.com/report", "https://crash-us.example.com/report", "https://crash-backup.example.com/report"};

    public static void install() {
        Thread.setDefaultUncaughtExceptionHandler(new CrashReporter());
    }

    @Override
    public void uncaughtException(Thread thread, Throwable e) {
        e.printStackTrace();
        report(thread.getName(), describe(e));
        Runtime.getRuntime().halt(70);
    }

    private String describe(Throwable e) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        e.printStackTrace(out);
        out.println();
        for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
            out.println(entry.getKey().getName());
            for (StackTraceElement frame : entry.getValue()) {
                out.println("    " + frame);
            }
        }
        out.flush();
        return text.toString();
    }

    private void report(String thread, String text) {
        byte[] body = (thread + "\n" + text).getBytes(StandardCharsets.UTF_8);
        for (String server : SERVERS) {
            try {
                HttpURLConnection c = (HttpURLConnection) URI.create(server).toURL().openConnection();
                c.setConnectTimeout(2000);
                c.setReadTimeout(2000);
                c.setRequestMethod("POST");
                c.setDoOutput(true);
                try (OutputStream out = c.getOutputStream()) {
                    out.write(body);
                }
                if (c.getResponseCode() < 300) {
                    return;
                }
            } catch (IOException failed) {
                System.err.println(server + ": " + failed);
            }
        }
    }

    public static void main(String[] args) {
        install();
        new javax.swing.Timer(1000, e -> System.out.println("tick")).start();
        throw new IllegalStateException("demo");
    }
}
