package exam.p10;

import java.io.IOException;

@FunctionalInterface
interface Mailer {
    void send(String host, String to, String text) throws IOException;
}
