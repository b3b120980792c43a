package exam5.q40;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.Arrays;

/** Reads the text of scanned invoices with the vendor's engine. */
public class InvoiceReader {

    /** Binding of libreadit.so 4.2; the library has one page buffer and one language model per process. */
    static class ReadIt {
        static {
            System.loadLibrary("readit_jni");
        }

        static native int init(String dataPath, String language);

        static native void setPage(byte[] tiff, int dpi);

        /** Runs the recognition of the page, some 3 s for an A4 page. */
        static native int recognize();

        static native String text();

        static native void clear();
    }

    private final File target;

    InvoiceReader(File target) {
        this.target = target;
    }

    private String read(File page) throws IOException {
        ReadIt.setPage(Files.readAllBytes(page.toPath()), 300);
        try {
            int confidence = ReadIt.recognize();
            return confidence < 40 ? "" : ReadIt.text();
        } finally {
            ReadIt.clear();
        }
    }

    int readAll(File[] pages) throws IOException {
        int empty = 0;
        for (File page : pages) {
            String text = read(page);
            if (text.isEmpty()) {
                empty++;
                continue;
            }
            try (PrintWriter out = new PrintWriter(new File(target, page.getName() + ".txt"), "UTF-8")) {
                out.print(text);
            }
        }
        return empty;
    }

    public static void main(String[] args) throws IOException {
        if (ReadIt.init("/opt/readit/data", "deu") != 0) {
            throw new IOException("engine does not start");
        }
        File[] pages = new File("/data/inbox").listFiles((d, n) -> n.endsWith(".tif"));
        Arrays.sort(pages);
        System.out.println(new InvoiceReader(new File("/data/text")).readAll(pages) + " of " + pages.length + " unreadable");
    }
}
