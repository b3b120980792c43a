package exam.p02;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.NoSuchElementException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Wraps the legacy SHA-1 password hashes of about 20,000 accounts in PBKDF2. */
public class PasswordMigration {
    private static final int ITERATIONS = 210_000;

    record Account(String login, String legacyHash) { }

    static final class AccountReader implements Iterator<Account>, AutoCloseable {
        private final BufferedReader in;
        private String line;

        AccountReader(Path file) throws IOException {
            in = Files.newBufferedReader(file);
            line = in.readLine();
        }

        @Override public boolean hasNext() {
            return line != null;
        }

        @Override public Account next() {
            if (line == null) {
                throw new NoSuchElementException();
            }
            String[] f = line.split(":");
            try {
                line = in.readLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Account(f[0], f[1]);
        }

        @Override public void close() throws IOException {
            in.close();
        }
    }

    static String wrap(Account account, byte[] salt) throws GeneralSecurityException {
        SecretKeyFactory factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512");
        PBEKeySpec spec = new PBEKeySpec(account.legacyHash().toCharArray(), salt, ITERATIONS, 256);
        byte[] key = factory.generateSecret(spec).getEncoded();
        return account.login() + ":pbkdf2:" + ITERATIONS + ":" + HexFormat.of().formatHex(salt) + ":" + HexFormat.of().formatHex(key);
    }

    static int migrate(Path from, Path to) throws IOException, GeneralSecurityException {
        SecureRandom random = new SecureRandom();
        int done = 0;
        try (AccountReader accounts = new AccountReader(from); BufferedWriter out = Files.newBufferedWriter(to)) {
            while (accounts.hasNext()) {
                Account account = accounts.next();
                byte[] salt = new byte[16];
                random.nextBytes(salt);
                out.write(wrap(account, salt));
                out.newLine();
                done++;
            }
        }
        return done;
    }

    public static void main(String[] args) throws Exception {
        System.out.println(migrate(Path.of(args[0]), Path.of(args[1])) + " accounts migrated");
    }
}
