package com.kittiwake.freight.carriers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;

/** Some partners still want files. */
public class FtpExchange implements AutoCloseable {
  private final FTPClient ftp = new FTPClient();

  public void connect(String host, int port, String user, String password) throws IOException {
    ftp.connect(host, port);
    if (!FTPReply.isPositiveCompletion(ftp.getReplyCode()) || !ftp.login(user, password)) {
      ftp.disconnect();
      throw new IOException("no access to " + host);
    }
    ftp.enterLocalPassiveMode();
    ftp.setFileType(FTP.BINARY_FILE_TYPE);
  }

  public void upload(String name, byte[] content) throws IOException {
    if (!ftp.storeFile(name, new ByteArrayInputStream(content))) {
      throw new IOException(ftp.getReplyString());
    }
  }

  public byte[] fetch(String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ftp.retrieveFile(name, out)) {
      throw new IOException(ftp.getReplyString());
    }
    return out.toByteArray();
  }

  public List<String> waiting(String dir) throws IOException {
    List<String> names = new ArrayList<>();
    String[] found = ftp.listNames(dir);
    if (found != null) {
      for (String name : found) {
        if (name.endsWith(".edi")) {
          names.add(name);
        }
      }
    }
    return names;
  }

  @Override
  public void close() throws IOException {
    ftp.disconnect();
  }
}
