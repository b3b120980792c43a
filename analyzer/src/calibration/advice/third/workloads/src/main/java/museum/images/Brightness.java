package museum.images;

/** The mean brightness of an image, for the order on the wall. */
final class Brightness {
  private Brightness() {}

  static long of(byte[] image) {
    long sum = 0;
    for (int i = 0; i < image.length; i += 16) {
      sum += image[i] & 0xff;
    }
    return image.length == 0 ? 0 : sum * 16 / image.length;
  }
}
