package exam.p16;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * Books card payments. For every payment the fraud service is asked with the balance at that moment, and the
 * balance must not change before its answer (300 to 500 ms) is in. 20,000 payments on 8,000 accounts per run.
 */
public class TransferService {
    static final class Account {
        final String iban;
        long cents;

        Account(String iban, long cents) {
            this.iban = iban;
            this.cents = cents;
        }
    }

    record Payment(String iban, long cents) { }

    private final Map<String, Account> accounts = new HashMap<>();
    private final Object bookLock = new Object();
    private final LongAdder refused = new LongAdder();

    void open(String iban, long cents) {
        accounts.put(iban, new Account(iban, cents));
    }

    private boolean suspicious(Account account, long amount) throws IOException {
        try (Socket socket = new Socket("fraud.internal", 4100)) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeUTF(account.iban);
            out.writeLong(account.cents);
            out.writeLong(amount);
            out.flush();
            return new DataInputStream(socket.getInputStream()).readBoolean();
        }
    }

    void book(Payment payment) throws IOException {
        Account account = accounts.get(payment.iban());
        synchronized (bookLock) {
            if (account == null || account.cents < payment.cents() || suspicious(account, payment.cents())) {
                refused.increment();
            } else {
                account.cents -= payment.cents();
            }
        }
    }

    public static void main(String[] args) throws Exception {
        TransferService service = new TransferService();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            String[] f = line.split(";");
            service.open(f[0], Long.parseLong(f[1]));
        }
        List<String> lines = Files.readAllLines(Path.of(args[1]));
        CountDownLatch done = new CountDownLatch(lines.size());
        ExecutorService clerks = Executors.newFixedThreadPool(200);
        for (String line : lines) {
            String[] f = line.split(";");
            clerks.execute(() -> {
                try {
                    service.book(new Payment(f[0], Long.parseLong(f[1])));
                } catch (IOException e) {
                    service.refused.increment();
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        clerks.shutdown();
        System.out.println(service.refused.sum() + " refused");
    }
}
