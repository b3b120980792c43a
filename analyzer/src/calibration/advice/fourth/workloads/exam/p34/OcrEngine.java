package exam.p34;

/**
 * Binding of the vendor's recognizer. The library keeps page, dictionary and scratch memory in global variables: only one
 * thread of a process may be inside it at any time. A form takes about a second of processor time.
 */
final class OcrEngine {
    static {
        System.loadLibrary("vocr");
    }

    private static OcrEngine instance;

    private OcrEngine(String language) {
        init(language);
    }

    static synchronized OcrEngine open(String language) {
        if (instance == null) {
            instance = new OcrEngine(language);
        }
        return instance;
    }

    synchronized String recognize(byte[] image) {
        int page = load(image);
        if (page < 0) {
            return null;
        }
        try {
            deskew(page);
            return text(page);
        } finally {
            release(page);
        }
    }

    private static native void init(String language);

    private static native int load(byte[] image);

    private static native void deskew(int page);

    private static native String text(int page);

    private static native void release(int page);
}
