package com.pawlane.clinic.service;

import com.pawlane.clinic.imaging.Filters;
import com.pawlane.clinic.imaging.PixelFilter;
import com.pawlane.clinic.imaging.ThumbnailMaker;
import com.pawlane.clinic.partners.PictureServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

public class Radiology {
  private final PictureServer server;
  private final ThumbnailMaker thumbnails;
  private final ExecutorService workers;

  public Radiology(PictureServer server, ThumbnailMaker thumbnails, ExecutorService workers) {
    this.server = server;
    this.thumbnails = thumbnails;
    this.workers = workers;
  }

  /** Fetches a picture and makes it small enough for the phone. */
  public byte[] forPhone(String picture) throws IOException {
    BufferedImage image = thumbnails.decode(server.get(picture));
    return thumbnails.encode(thumbnails.scale(image));
  }

  public BufferedImage enhance(BufferedImage image) {
    PixelFilter filter = Filters.contrast().then(Filters.edges());
    return filter.apply(image);
  }

  public List<int[]> histograms(List<BufferedImage> images) throws Exception {
    List<Future<int[]>> parts = new ArrayList<>();
    for (BufferedImage image : images) {
      parts.add(workers.submit(() -> Filters.histogram(image)));
    }
    List<int[]> all = new ArrayList<>();
    for (Future<int[]> part : parts) {
      all.add(part.get());
    }
    return all;
  }
}
