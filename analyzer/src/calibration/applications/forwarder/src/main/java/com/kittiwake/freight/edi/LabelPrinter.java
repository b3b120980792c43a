package com.kittiwake.freight.edi;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Thermal printers at the gates speak ZPL over a bare socket. */
public class LabelPrinter {
  private final String host;
  private final int port;

  public LabelPrinter(String host, int port) {
    this.host = host;
    this.port = port;
  }

  public String layout(String reference, String[] lines, int copies) {
    StringBuffer zpl = new StringBuffer("^XA^CI28");
    int y = 40;
    for (int i = 0; i < lines.length; i++) {
      zpl.append("^FO30,").append(y).append("^A0N,36^FD").append(lines[i]).append("^FS");
      y += 48;
    }
    zpl.append("^FO30,")
        .append(y)
        .append("^BCN,120,Y^FD")
        .append(reference)
        .append("^FS^PQ")
        .append(copies)
        .append("^XZ");
    return zpl.toString();
  }

  /** Sends a label and waits for the printer's status byte. */
  public int print(String zpl) throws IOException {
    Socket s = new Socket();
    try {
      s.connect(new InetSocketAddress(host, port), 2000);
      OutputStream out = s.getOutputStream();
      out.write(zpl.getBytes("UTF-8"));
      out.write('\n');
      out.flush();
      DataInputStream in = new DataInputStream(s.getInputStream());
      return in.readUnsignedByte();
    } finally {
      s.close();
    }
  }
}
