package exam.p45;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * For each of 9,000 policies: asks for the contract (100 ms) and for the year's payments (80 ms), lays out and signs the letter
 * (RSA with 8192 bits, about 60 ms of processor time) and hands it to the print service (60 ms).
 */
public class MonthlyStatements {
    record Letter(String policy, String text, String signature) { }

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI contracts;
    private final URI payments;
    private final URI printer;
    private final PrivateKey key;

    MonthlyStatements(URI contracts, URI payments, URI printer, PrivateKey key) {
        this.contracts = Objects.requireNonNull(contracts);
        this.payments = Objects.requireNonNull(payments);
        this.printer = Objects.requireNonNull(printer);
        this.key = key;
    }

    private String get(URI uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private Letter letter(String policy) throws IOException, InterruptedException, GeneralSecurityException {
        String contract = get(contracts.resolve(policy));
        String paid = get(payments.resolve(policy));
        StringBuilder text = new StringBuilder(contract).append("\n\n");
        for (String line : paid.split("\n")) {
            text.append(String.format("%-12s %12s%n", (Object[]) line.split(";", 2)));
        }
        Signature signature = Signature.getInstance("SHA512withRSA");
        signature.initSign(key);
        signature.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return new Letter(policy, text.toString(), Base64.getMimeEncoder().encodeToString(signature.sign()));
    }

    private void print(Letter letter) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(printer.resolve("letters/" + letter.policy()))
                .PUT(HttpRequest.BodyPublishers.ofString(letter.text() + "\n" + letter.signature()))
                .build();
        if (http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 202) {
            throw new IOException("printer refused " + letter.policy());
        }
    }

    void produce(List<String> policies) throws InterruptedException, GeneralSecurityException {
        policies.stream().filter(p -> !p.isBlank()).forEach(policy -> {
            try {
                print(letter(policy));
            } catch (IOException | GeneralSecurityException e) {
                System.err.println(policy + ": " + e.getMessage());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    public static void main(String[] args) throws Exception {
        PrivateKey key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(Path.of(args[0]))));
        new MonthlyStatements(URI.create(args[1]), URI.create(args[2]), URI.create(args[3]), key).produce(Files.readAllLines(Path.of(args[4])));
    }
}
