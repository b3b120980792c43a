package calls;

import static calls.Inputs.*;
import static calls.Stopwatch.time;

import java.io.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.util.*;
import java.util.regex.*;
import java.util.stream.*;

/** Calls that compute on texts, numbers, bytes and pictures. */
final class Computing {

  private Computing() {}

  static void all() throws Exception {
    text();
    sort();
    crypto();
    zip();
    maths();
    loader();
    image();
  }

  private static void text() throws Exception {
    time("String.format %s %d", () -> String.format("%s has %d items", w40, 7));
    time("String.format %.2f", () -> String.format("%.2f", 3.14159));
    var dtf = java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    var now = java.time.LocalDateTime.now();
    time("DateTimeFormatter.format", () -> dtf.format(now));
    time(
        "DateTimeFormatter.ofPattern",
        () -> java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));
    time("LocalDateTime.parse", () -> java.time.LocalDateTime.parse("2024-01-02 03:04:05", dtf));
    time("LocalDate.parse ISO", () -> java.time.LocalDate.parse("2024-01-02"));
    var sdf = new java.text.SimpleDateFormat("yyyy-MM-dd HH:mm:ss");
    time("SimpleDateFormat.new", () -> new java.text.SimpleDateFormat("yyyy-MM-dd"));
    time("SimpleDateFormat.format", () -> sdf.format(new Date()));
    time("SimpleDateFormat.parse", () -> sdf.parse("2024-01-02 03:04:05"));
    var df = new java.text.DecimalFormat("#,##0.00");
    time("DecimalFormat.format", () -> df.format(12345.678));
    time("DecimalFormat.new", () -> new java.text.DecimalFormat("#,##0.00"));
    time(
        "NumberFormat.getCurrencyInstance",
        () -> java.text.NumberFormat.getCurrencyInstance(Locale.US));
    time("MessageFormat.format", () -> java.text.MessageFormat.format("{0} has {1} items", w40, 7));
    var col = java.text.Collator.getInstance(Locale.GERMAN);
    time("Collator.compare", () -> col.compare("Strasse eins", "Straße zwei"));
    time(
        "Normalizer 40",
        () ->
            java.text.Normalizer.normalize(
                "Crème brûlée à la carte et autres", java.text.Normalizer.Form.NFD));
    time("Pattern.compile", () -> Pattern.compile("([A-Z]{2})-(\\d{3,5})\\s*(?:x|\\*)\\s*(\\d+)"));
    Pattern p = Pattern.compile("\\b(\\w+)-(\\d+)\\b");
    time(
        "find loop 6k",
        () -> {
          var mm = p.matcher(w6k);
          int c = 0;
          while (mm.find()) c++;
          return c;
        });
    Pattern pw = Pattern.compile("\\w+");
    time(
        "find loop words 6k",
        () -> {
          var mm = pw.matcher(w6k);
          int c = 0;
          while (mm.find()) c++;
          return c;
        });
    time("matches 40", () -> p.matcher(w40).matches());
    time("String.split char 40", () -> w40.split(" "));
    time("String.split char 6k", () -> w6k.split(" "));
    time("String.split regex 6k", () -> w6k.split("\\s+"));
    time("Pattern.split 40", () -> pw.split(w40));
    time("replaceAll 40", () -> w40.replaceAll("[aeiou]+", "-"));
    time("replaceAll 6k", () -> w6k.replaceAll("[aeiou]+", "-"));
    time("replace 6k", () -> w6k.replace("ab", "cd"));
    time("toLowerCase 40", () -> w40.toLowerCase());
    time("toLowerCase 6k", () -> w6k.toLowerCase());
  }

  private static void sort() throws Exception {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 1000; i++)
      names.add(words(8 + r.nextInt(8)).substring(r.nextInt(4)) + r.nextInt());
    time(
        "List.sort natural 1000 strings",
        () -> {
          var l = new ArrayList<>(names);
          l.sort(null);
          return l;
        });
    time(
        "List.sort comparing 1000",
        () -> {
          var l = new ArrayList<>(names);
          l.sort(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
          return l;
        });
    double[] ds = r.doubles(1000).toArray();
    time(
        "Arrays.sort double 1000",
        () -> {
          var c = ds.clone();
          Arrays.sort(c);
          return c;
        });
    int[] is = r.ints(1000).toArray();
    time(
        "Arrays.sort int 1000",
        () -> {
          var c = is.clone();
          Arrays.sort(c);
          return c;
        });
    time(
        "collator sort 1000",
        () -> {
          var l = new ArrayList<>(names);
          l.sort(java.text.Collator.getInstance(Locale.GERMAN));
          return l;
        });
  }

  private static void crypto() throws Exception {
    r.nextBytes(k4);
    r.nextBytes(k32);
    for (String al : new String[] {"MD5", "SHA-1", "SHA-256", "SHA-512"})
      time("digest " + al + " 4k", () -> java.security.MessageDigest.getInstance(al).digest(k4));
    var key = new javax.crypto.spec.SecretKeySpec(new byte[16], "AES");
    time(
        "AES/GCM 4k",
        () -> {
          var c = javax.crypto.Cipher.getInstance("AES/GCM/NoPadding");
          byte[] iv = new byte[12];
          r.nextBytes(iv);
          c.init(1, key, new javax.crypto.spec.GCMParameterSpec(128, iv));
          return c.doFinal(k4);
        });
    time(
        "AES/GCM 32k",
        () -> {
          var c = javax.crypto.Cipher.getInstance("AES/GCM/NoPadding");
          byte[] iv = new byte[12];
          r.nextBytes(iv);
          c.init(1, key, new javax.crypto.spec.GCMParameterSpec(128, iv));
          return c.doFinal(k32);
        });
    time(
        "AES/CBC 32k",
        () -> {
          var c = javax.crypto.Cipher.getInstance("AES/CBC/PKCS5Padding");
          c.init(1, key, new javax.crypto.spec.IvParameterSpec(new byte[16]));
          return c.doFinal(k32);
        });
    time(
        "AES-256/GCM 32k",
        () -> {
          var c = javax.crypto.Cipher.getInstance("AES/GCM/NoPadding");
          byte[] iv = new byte[12];
          r.nextBytes(iv);
          c.init(
              1,
              new javax.crypto.spec.SecretKeySpec(new byte[32], "AES"),
              new javax.crypto.spec.GCMParameterSpec(128, iv));
          return c.doFinal(k32);
        });
    time(
        "HMAC-SHA256 4k",
        () -> {
          var c = javax.crypto.Mac.getInstance("HmacSHA256");
          c.init(key);
          return c.doFinal(k4);
        });
    time(
        "PBKDF2 1000",
        () ->
            javax.crypto.SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(
                    new javax.crypto.spec.PBEKeySpec(
                        "secret".toCharArray(), new byte[16], 1000, 256)));
    var kpg = java.security.KeyPairGenerator.getInstance("RSA");
    kpg.initialize(2048);
    var kp = kpg.generateKeyPair();
    time(
        "RSA sign",
        () -> {
          var s = java.security.Signature.getInstance("SHA256withRSA");
          s.initSign(kp.getPrivate());
          s.update(k4);
          return s.sign();
        });
    var ss = java.security.Signature.getInstance("SHA256withRSA");
    ss.initSign(kp.getPrivate());
    ss.update(k4);
    byte[] sig = ss.sign();
    time(
        "RSA verify",
        () -> {
          var s = java.security.Signature.getInstance("SHA256withRSA");
          s.initVerify(kp.getPublic());
          s.update(k4);
          return s.verify(sig);
        });
    time(
        "RSA keygen 2048",
        () -> {
          var q = java.security.KeyPairGenerator.getInstance("RSA");
          q.initialize(2048);
          return q.generateKeyPair();
        });
    time(
        "EC keygen",
        () -> {
          var q = java.security.KeyPairGenerator.getInstance("EC");
          q.initialize(256);
          return q.generateKeyPair();
        });
    time(
        "SecureRandom 32",
        () -> {
          byte[] q = new byte[32];
          new java.security.SecureRandom().nextBytes(q);
          return q;
        });
    time("UUID.randomUUID", () -> UUID.randomUUID());
    time(
        "bcrypt 10",
        () -> org.mindrot.jbcrypt.BCrypt.hashpw("secret", org.mindrot.jbcrypt.BCrypt.gensalt(10)));
  }

  private static void zip() throws Exception {
    byte[] txt = w64k.getBytes();
    time(
        "gzip 64k text",
        () -> {
          var b = new ByteArrayOutputStream();
          var z = new java.util.zip.GZIPOutputStream(b);
          z.write(txt);
          z.close();
          return b;
        });
    var gb = new ByteArrayOutputStream();
    var gz = new java.util.zip.GZIPOutputStream(gb);
    gz.write(txt);
    gz.close();
    byte[] gzd = gb.toByteArray();
    time(
        "gunzip 64k",
        () -> new java.util.zip.GZIPInputStream(new ByteArrayInputStream(gzd)).readAllBytes());
    time("Base64 4k", () -> Base64.getEncoder().encodeToString(k4));
    time("HexFormat 4k", () -> HexFormat.of().formatHex(k4));
    time(
        "CRC32 4k",
        () -> {
          var c = new java.util.zip.CRC32();
          c.update(k4);
          return c.getValue();
        });
  }

  private static void maths() throws Exception {
    var bd = new java.math.BigDecimal("12345.6789");
    time("BigDecimal mul+round", () -> bd.multiply(bd).setScale(2, java.math.RoundingMode.HALF_UP));
    time(
        "BigDecimal divide",
        () -> bd.divide(new java.math.BigDecimal("7.3"), 10, java.math.RoundingMode.HALF_UP));
    time("BigDecimal.toString", () -> bd.multiply(bd).toString());
    var bi = new java.math.BigInteger(2048, r);
    time("BigInteger mul 2048", () -> bi.multiply(bi));
    time("BigInteger modPow 2048", () -> bi.modPow(bi, bi.add(java.math.BigInteger.TWO).setBit(0)));
    time("BigInteger probablePrime 1024", () -> java.math.BigInteger.probablePrime(1024, r));
    time("BigInteger.toString 2048", () -> bi.toString());
    time("BigInteger.gcd", () -> bi.gcd(bi.add(java.math.BigInteger.TEN)));
  }

  private static void loader() throws Exception {
    time("ServiceLoader none", () -> ServiceLoader.load(Stopwatch.Op.class).iterator().hasNext());
    time(
        "ServiceLoader FileSystemProvider",
        () -> {
          int c = 0;
          for (var q : ServiceLoader.load(java.nio.file.spi.FileSystemProvider.class)) c++;
          return c;
        });
    time(
        "ResourceBundle cached",
        () -> {
          try {
            return ResourceBundle.getBundle("nope");
          } catch (MissingResourceException e) {
            return 1;
          }
        });
  }

  private static void image() throws Exception {
    var img = new java.awt.image.BufferedImage(500, 500, 1);
    var gr = img.createGraphics();
    for (int i = 0; i < 500; i++) {
      gr.setColor(new java.awt.Color(r.nextInt(1 << 24)));
      gr.fillRect(r.nextInt(500), r.nextInt(500), 50, 50);
    }
    time(
        "ImageIO.write png .25M",
        () -> {
          var b = new ByteArrayOutputStream();
          javax.imageio.ImageIO.write(img, "png", b);
          return b;
        });
    time(
        "ImageIO.write jpg .25M",
        () -> {
          var b = new ByteArrayOutputStream();
          javax.imageio.ImageIO.write(img, "jpg", b);
          return b;
        });
    var pb = new ByteArrayOutputStream();
    javax.imageio.ImageIO.write(img, "png", pb);
    byte[] png = pb.toByteArray();
    pb = new ByteArrayOutputStream();
    javax.imageio.ImageIO.write(img, "jpg", pb);
    byte[] jpg = pb.toByteArray();
    time("ImageIO.read png .25M", () -> javax.imageio.ImageIO.read(new ByteArrayInputStream(png)));
    time("ImageIO.read jpg .25M", () -> javax.imageio.ImageIO.read(new ByteArrayInputStream(jpg)));
    time(
        "drawImage scaled bilinear",
        () -> {
          var q = new java.awt.image.BufferedImage(100, 100, 1);
          var z = q.createGraphics();
          z.setRenderingHint(
              java.awt.RenderingHints.KEY_INTERPOLATION,
              java.awt.RenderingHints.VALUE_INTERPOLATION_BILINEAR);
          z.drawImage(img, 0, 0, 100, 100, null);
          z.dispose();
          return q;
        });
    time(
        "getScaledInstance smooth",
        () -> {
          var q = new java.awt.image.BufferedImage(100, 100, 1);
          q.createGraphics()
              .drawImage(img.getScaledInstance(100, 100, java.awt.Image.SCALE_SMOOTH), 0, 0, null);
          return q;
        });
    time(
        "ConvolveOp 3x3 .25M",
        () ->
            new java.awt.image.ConvolveOp(
                    new java.awt.image.Kernel(
                        3, 3, new float[] {.1f, .1f, .1f, .1f, .2f, .1f, .1f, .1f, .1f}))
                .filter(img, null));
    time(
        "AffineTransformOp .25M",
        () ->
            new java.awt.image.AffineTransformOp(
                    java.awt.geom.AffineTransform.getScaleInstance(.5, .5), 2)
                .filter(img, null));
    time(
        "zxing qr",
        () ->
            new com.google.zxing.qrcode.QRCodeWriter()
                .encode(
                    "https://example.org/a/b/4711",
                    com.google.zxing.BarcodeFormat.QR_CODE,
                    200,
                    200));
  }
}
