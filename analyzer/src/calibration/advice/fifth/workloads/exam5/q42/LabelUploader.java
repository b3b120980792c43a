package exam5.q42;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** Puts the shipping labels of the night (about 8,000 PDFs of 30 kB) on the carrier's server. */
public class LabelUploader {

    private static final int TRIES = 5;

    private final String base;
    private final String key;
    private int failures = 0;

    public LabelUploader(String base, String key) {
        this.base = base;
        this.key = key;
    }

    private int put(File label) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(base + label.getName()).openConnection();
        connection.setRequestMethod("PUT");
        connection.setRequestProperty("X-Api-Key", key);
        connection.setFixedLengthStreamingMode(label.length());
        connection.setDoOutput(true);
        InputStream in = new FileInputStream(label);
        try {
            OutputStream out = connection.getOutputStream();
            byte[] buffer = new byte[8192];
            int n;
            while ((n = in.read(buffer)) > 0) {
                out.write(buffer, 0, n);
            }
            out.close();
            return connection.getResponseCode();
        } finally {
            in.close();
        }
    }

    private boolean upload(File label) throws InterruptedException {
        long pause = 1000;
        for (int i = 0; i < TRIES; i++) {
            try {
                int status = put(label);
                if (status < 300) {
                    return true;
                }
                if (status != 429 && status < 500) {
                    return false;
                }
            } catch (IOException e) {
                System.err.println(label + ": " + e.getMessage());
            }
            Thread.sleep(pause);
            pause *= 2;
        }
        return false;
    }

    public void run(File directory) throws InterruptedException {
        File[] labels = directory.listFiles();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i].getName().endsWith(".pdf") && !upload(labels[i])) {
                failures = failures + 1;
            }
        }
    }

    public static void main(String[] args) throws Exception {
        LabelUploader uploader = new LabelUploader("https://labels.carrier.example/inbox/", System.getenv("CARRIER_KEY"));
        uploader.run(new File(args[0]));
        System.out.println(uploader.failures + " labels failed");
    }
}
