package exam.p10;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

class SmtpMailer implements Mailer {
    private final String sender;

    SmtpMailer(String sender) {
        this.sender = sender;
    }

    @Override
    public void send(String host, String to, String text) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, 25), 5_000);
            socket.setSoTimeout(20_000);
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            BufferedWriter out = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
            expect(in, '2');
            command(in, out, "HELO example.org", '2');
            command(in, out, "MAIL FROM:<" + sender + ">", '2');
            command(in, out, "RCPT TO:<" + to + ">", '2');
            command(in, out, "DATA", '3');
            command(in, out, text.replace("\n.", "\n..") + "\r\n.", '2');
            command(in, out, "QUIT", '2');
        }
    }

    private static void command(BufferedReader in, BufferedWriter out, String line, char expected) throws IOException {
        out.write(line);
        out.write("\r\n");
        out.flush();
        expect(in, expected);
    }

    private static void expect(BufferedReader in, char expected) throws IOException {
        String reply;
        do {
            reply = in.readLine();
            if (reply == null) {
                throw new IOException("connection closed");
            }
        } while (reply.length() > 3 && reply.charAt(3) == '-');
        if (reply.charAt(0) != expected) {
            throw new IOException(reply);
        }
    }
}
