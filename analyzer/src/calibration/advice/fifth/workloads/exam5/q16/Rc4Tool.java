package exam5.q16;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Decrypts the tapes of the old archive (ARCFOUR), some GB each. */
public class Rc4Tool {

    private final int[] s = new int[256];
    private int i;
    private int j;

    public Rc4Tool(byte[] key) {
        for (int k = 0; k < 256; k++) {
            s[k] = k;
        }
        int l = 0;
        for (int k = 0; k < 256; k++) {
            l = l + s[k] + (key[k % key.length] & 0xff) & 0xff;
            swap(k, l);
        }
    }

    private void swap(int a, int b) {
        int t = s[a];
        s[a] = s[b];
        s[b] = t;
    }

    public void apply(byte[] block, int length) {
        for (int k = 0; k < length; k++) {
            i = i + 1 & 0xff;
            j = j + s[i] & 0xff;
            swap(i, j);
            block[k] ^= (byte) s[s[i] + s[j] & 0xff];
        }
    }

    public long copy(InputStream in, OutputStream out) throws IOException {
        byte[] block = new byte[1 << 16];
        long total = 0;
        int length;
        while ((length = in.read(block)) > 0) {
            apply(block, length);
            out.write(block, 0, length);
            total += length;
        }
        return total;
    }

    public static void main(String[] args) throws IOException {
        Rc4Tool cipher = new Rc4Tool(args[0].getBytes(StandardCharsets.UTF_8));
        try (InputStream in = new BufferedInputStream(new FileInputStream(args[1]));
             OutputStream out = new BufferedOutputStream(new FileOutputStream(args[2]))) {
            System.out.println(cipher.copy(in, out) + " bytes");
        }
    }
}
