package com.pawlane.clinic.exports;

import com.pawlane.clinic.model.Owner;
import com.pawlane.clinic.persistence.OwnerDao;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.zip.GZIPOutputStream;

public class NightlyBackup {
  private final OwnerDao owners;

  public NightlyBackup(OwnerDao owners) {
    this.owners = owners;
  }

  public int run(Path target) throws IOException {
    Path partial = target.resolveSibling(target.getFileName() + ".part");
    int count = 0;
    try (FileOutputStream file = new FileOutputStream(partial.toFile())) {
      BufferedWriter out =
          new BufferedWriter(
              new OutputStreamWriter(new GZIPOutputStream(file), StandardCharsets.UTF_8));
      for (Iterator<Owner> all = owners.pages(); all.hasNext(); count++) {
        out.write(all.next().toString());
        out.newLine();
      }
      out.flush();
      file.getFD().sync();
    }
    Files.move(
        partial, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return count;
  }

  public int prune(Path folder, int keep) throws IOException {
    try (var files = Files.list(folder)) {
      var old = files.filter(f -> f.toString().endsWith(".gz")).sorted().toList();
      int removed = 0;
      for (int i = 0; i < old.size() - keep; i++) {
        Files.delete(old.get(i));
        removed++;
      }
      return removed;
    }
  }
}
