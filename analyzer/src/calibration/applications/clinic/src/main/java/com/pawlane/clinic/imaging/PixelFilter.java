package com.pawlane.clinic.imaging;

import java.awt.image.BufferedImage;

@FunctionalInterface
public interface PixelFilter {
  BufferedImage apply(BufferedImage image);

  default PixelFilter then(PixelFilter next) {
    return image -> next.apply(apply(image));
  }
}
