package folders.crawl;

import java.util.List;

/** A listing of the document server. */
public record Folder(String path, long bytes, List<String> children) {
  static Folder parse(String path, String body) {
    String[] parts = body.trim().split("\\|", -1);
    List<String> children = parts[1].isEmpty() ? List.of() : List.of(parts[1].split(","));
    return new Folder(path, Long.parseLong(parts[0]), children);
  }
}
