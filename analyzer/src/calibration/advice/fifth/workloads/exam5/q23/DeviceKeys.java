package exam5.q23;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.function.Consumer;

/** Creates the key pairs for a delivery of devices; the serial numbers come from the ERP export. */
public class DeviceKeys {

    private static final Base64.Encoder MIME = Base64.getMimeEncoder(64, "\n".getBytes());

    private final Path folder;

    DeviceKeys(Path folder) {
        this.folder = folder;
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n" + MIME.encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    void create(String serial) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(3072);
            KeyPair pair = generator.generateKeyPair();
            Files.writeString(folder.resolve(serial + ".key"), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            Files.writeString(folder.resolve(serial + ".pub"), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(serial, e);
        }
    }

    void createAll(Path list, Consumer<String> done) throws IOException {
        Files.readAllLines(list).stream()
                .map(line -> line.split(";")[0].trim())
                .filter(serial -> serial.matches("[A-Z]{2}\\d{8}"))
                .distinct()
                .forEach(serial -> {
                    create(serial);
                    done.accept(serial);
                });
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[1]));
        new DeviceKeys(folder).createAll(Path.of(args[0]), System.out::println);
    }
}
