package scans.ocr;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.util.List;

/**
 * The recognition program, kept running: a line with the name of a page in, a line with its text
 * out.
 */
public class OcrEngine implements AutoCloseable {
  private final Process process;
  private final BufferedWriter requests;
  private final BufferedReader replies;

  public OcrEngine(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    requests = new BufferedWriter(new OutputStreamWriter(process.getOutputStream()));
    replies = new BufferedReader(new InputStreamReader(process.getInputStream()));
  }

  public synchronized String recognise(String page) throws IOException {
    requests.write(page);
    requests.newLine();
    requests.flush();
    String text = replies.readLine();
    if (text == null) {
      throw new IOException("recognition ended with " + process.exitValue());
    }
    return text;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
