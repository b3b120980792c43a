package exam.p10;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sends one personal letter to each of 6,000 subscribers, straight to their domain's mail exchanger. */
public class Campaign {
    record Subscriber(String name, String address, String exchanger) { }

    private final Mailer mailer;
    private final String template;

    Campaign(Mailer mailer, String template) {
        this.mailer = mailer;
        this.template = template;
    }

    private String letter(Subscriber s) {
        return template.replace("{name}", s.name()).replace("{address}", s.address());
    }

    int run(Iterable<Subscriber> subscribers) {
        int sent = 0;
        List<String> bounced = new ArrayList<>();
        for (Subscriber s : subscribers) {
            try {
                mailer.send(s.exchanger(), s.address(), letter(s));
                sent++;
            } catch (IOException e) {
                bounced.add(s.address() + ": " + e.getMessage());
            }
        }
        bounced.forEach(System.err::println);
        return sent;
    }

    public static void main(String[] args) throws IOException {
        List<Subscriber> subscribers = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            String[] f = line.split(",");
            subscribers.add(new Subscriber(f[0], f[1].toLowerCase(Locale.ROOT), f[2]));
        }
        boolean dry = args.length > 2 && args[2].equals("--dry");
        Mailer mailer = dry ? (host, to, text) -> System.out.println(host + " " + to) : new SmtpMailer("news@example.org");
        System.out.println(new Campaign(mailer, Files.readString(Path.of(args[1]))).run(subscribers) + " sent");
    }
}
