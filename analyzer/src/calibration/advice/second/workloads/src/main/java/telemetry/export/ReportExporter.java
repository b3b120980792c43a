package telemetry.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Turns the reports of the day into messages. */
public final class ReportExporter {
  private final int limit;

  public ReportExporter(int limit) {
    this.limit = limit;
  }

  public List<byte[]> export(List<Report> reports) throws JsonProcessingException {
    Deque<Report> left = new ArrayDeque<>(reports);
    List<byte[]> messages = new ArrayList<>(reports.size());
    for (Report next = left.poll(); next != null; next = left.poll()) {
      messages.add(message(next));
    }
    return messages;
  }

  public byte[] message(Report report) throws JsonProcessingException {
    byte[] json = JsonFormat.encode(report);
    if (json.length > limit) {
      throw new IllegalArgumentException(report.site() + " sends too much: " + json.length);
    }
    return json;
  }
}
