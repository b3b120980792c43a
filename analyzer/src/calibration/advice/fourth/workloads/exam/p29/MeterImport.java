package exam.p29;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads 3,600 heat meters over their mobile gateways; an answer takes one to two seconds. */
public class MeterImport extends AbstractImport<String, MeterImport.Reading> {
    record Reading(String gateway, long meter, double kilowattHours, double flow) {
        String csv() {
            return gateway + ";" + meter + ";" + kilowattHours + ";" + flow;
        }
    }

    private static final byte[] REQUEST = {0x10, 0x7b, 0x01, 0x7c, 0x16};

    private final Path gateways;
    private final Path target;

    MeterImport(Path gateways, Path target) {
        this.gateways = gateways;
        this.target = target;
    }

    @Override
    protected List<String> keys() throws IOException {
        return Files.readAllLines(gateways);
    }

    @Override
    protected Reading read(String gateway) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(gateway, 10001), 8_000);
            socket.setSoTimeout(8_000);
            OutputStream out = socket.getOutputStream();
            out.write(REQUEST);
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            return new Reading(gateway, in.readInt() & 0xffffffffL, in.readDouble(), in.readDouble());
        }
    }

    @Override
    protected boolean wanted(Reading reading) {
        return reading.kilowattHours() > 0;
    }

    @Override
    protected void store(List<Reading> readings) throws IOException {
        Files.write(target, readings.stream().map(Reading::csv).toList());
    }

    public static void main(String[] args) throws IOException {
        MeterImport job = new MeterImport(Path.of(args[0]), Path.of(args[1]));
        job.execute();
        System.out.println(job.imported() + " readings");
    }
}
