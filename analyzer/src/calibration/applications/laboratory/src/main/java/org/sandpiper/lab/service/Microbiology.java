package org.sandpiper.lab.service;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sandpiper.lab.archive.SlideScans;
import org.sandpiper.lab.genomics.Fasta;
import org.sandpiper.lab.genomics.OutbreakGraph;
import org.sandpiper.lab.genomics.ResistancePanel;
import org.sandpiper.lab.genomics.Sequence;
import org.sandpiper.lab.store.SpecimenIndex;

public class Microbiology {
  private final ResistancePanel panel;
  private final SpecimenIndex index;
  private final SlideScans scans;

  public Microbiology(ResistancePanel panel, SpecimenIndex index, SlideScans scans) {
    this.panel = panel;
    this.index = index;
    this.scans = scans;
  }

  public Map<String, Integer> isolate(Path reads) throws IOException, InterruptedException {
    return panel.screen(Fasta.file(reads));
  }

  public List<Set<String>> outbreak(List<Sequence> isolates) {
    return new OutbreakGraph(isolates, 12).clusters();
  }

  public int plate(byte[] jpeg) throws IOException {
    BufferedImage i = SlideScans.decode(jpeg);
    return SlideScans.colonies(i, 140);
  }

  public byte[] icon(byte[] jpeg) throws IOException {
    return scans.thumbnail(jpeg);
  }

  public Path slide(Path upload) throws IOException {
    return scans.file(upload);
  }

  public void finding(String accession, String text) throws IOException {
    index.put(accession, text);
    index.commit();
  }

  public List<String> similar(String words) throws IOException {
    return index.search(words, 20);
  }

  public static String interpretation(double mic, double susceptible, double resistant) {
    return mic <= susceptible ? "S" : mic > resistant ? "R" : "I";
  }
}
