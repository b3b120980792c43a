package parcels.track;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

class CarrierGateway {
  private final String host;
  private final int port;

  CarrierGateway(String host, int port) {
    this.host = host;
    this.port = port;
  }

  String events(String parcel) throws IOException {
    try (Socket s = new Socket(host, port)) {
      s.setTcpNoDelay(true);
      OutputStream o = s.getOutputStream();
      o.write((parcel + '\n').getBytes(StandardCharsets.UTF_8));
      return new BufferedReader(new InputStreamReader(s.getInputStream(), StandardCharsets.UTF_8))
          .readLine();
    }
  }
}
