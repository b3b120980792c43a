import java.io.*;
import java.nio.charset.*;
import java.nio.file.*;
import java.util.*;
import java.util.regex.*;
import java.util.stream.*;

/**
 * Times calls of the JDK and of libraries; what came out is in measured.tsv. The one argument picks
 * calls by name.
 */
public final class Calls {

  private static final Random r = new Random(2);
  private static final String w40 = words(40);
  private static final String w6k = words(6000);
  private static final String w64k = words(65536);
  private static final com.fasterxml.jackson.databind.ObjectMapper m =
      new com.fasterxml.jackson.databind.ObjectMapper();
  private static final Order o1 = new Order(0);
  private static final Order o10 = new Order(10);
  private static final List<Order> l1000 = Stream.generate(() -> new Order(0)).limit(1000).toList();
  private static final byte[] k4 = new byte[4096];
  private static final byte[] k32 = new byte[32768];

  interface Op {
    Object run() throws Exception;
  }

  private static Object sink;
  private static String only = "";

  private static void time(String name, Op op) {
    if (!name.contains(only)) {
      return;
    }
    try {
      long end = System.nanoTime() + 400_000_000L;
      int n = 0;
      while (System.nanoTime() < end || n < 3) {
        sink = op.run();
        n++;
      }
      double best = 1e18;
      for (int k = 0; k < 3; k++) {
        long s = System.nanoTime(), e = s + 120_000_000L;
        int c = 0;
        java.lang.management.ThreadMXBean b =
            java.lang.management.ManagementFactory.getThreadMXBean();
        long c0 = b.getCurrentThreadCpuTime();
        do {
          sink = op.run();
          c++;
        } while (System.nanoTime() < e);
        best = Math.min(best, (b.getCurrentThreadCpuTime() - c0) / (double) c);
      }
      System.out.printf("%-46s %12.2f us%n", name, best / 1e3);
    } catch (Throwable x) {
      System.out.println(name + " FAILED " + x);
    }
  }

  public static class Line implements Serializable {
    public String sku = "AB-123";
    public int quantity = 3;
    public double price = 12.5;

    public String getSku() {
      return sku;
    }

    public int getQuantity() {
      return quantity;
    }

    public double getPrice() {
      return price;
    }
  }

  public static class Order implements Serializable {
    public long id = 4711;
    public String customer = "Jane Doe";
    public String city = "Springfield";
    public List<Line> lines = new ArrayList<>();

    public Order() {}

    Order(int n) {
      for (int i = 0; i < n; i++) lines.add(new Line());
    }

    public long getId() {
      return id;
    }

    public List<Line> getLines() {
      return lines;
    }

    public String getCustomer() {
      return customer;
    }
  }

  @jakarta.xml.bind.annotation.XmlRootElement
  public static class X {
    public long id = 3;
    public String name = "abc";
    public List<String> tags =
        new ArrayList<>(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));
  }

  static String words(int chars) {
    StringBuilder s = new StringBuilder();
    Random r = new Random(1);
    while (s.length() < chars) {
      int n = 2 + r.nextInt(8);
      for (int i = 0; i < n; i++) s.append((char) ('a' + r.nextInt(26)));
      s.append(r.nextInt(9) == 0 ? "\n" : " ");
    }
    return s.substring(0, chars);
  }

  public static void main(String[] arguments) throws Exception {
    only = arguments.length > 0 ? arguments[0] : "";
    html();
    json();
    yaml();
    xml();
    xstream();
    javaSerialization();
    text();
    sort();
    crypto();
    zip();
    maths();
    loader();
    image();
    pdf();
    poi();
    lucene();
    jgit();
    templates();
    files();
    h2();
    System.exit(0);
  }

  private static void html() throws Exception {
    StringBuilder h = new StringBuilder("<html><head><title>x</title></head><body>");
    while (h.length() < 6000)
      h.append(
          "<div class=\"a b\"><p>Some text <b>bold</b> and <a"
              + " href=\"http://e.org/x\">link</a></p></div>\n");
    String html6k = h + "</body></html>";
    String html40 = "<p>Some text <b>bold</b> and <i>it</i></p>";
    time("Jsoup.parse 40", () -> org.jsoup.Jsoup.parse(html40));
    time("Jsoup.parse 6k", () -> org.jsoup.Jsoup.parse(html6k));
    time("Jsoup.clean 40", () -> org.jsoup.Jsoup.clean(html40, org.jsoup.safety.Safelist.basic()));
    time("Jsoup.clean 6k", () -> org.jsoup.Jsoup.clean(html6k, org.jsoup.safety.Safelist.basic()));
    var doc = org.jsoup.Jsoup.parse(html6k);
    time("Jsoup select 6k", () -> doc.select("div.a a[href]"));
  }

  private static void json() throws Exception {

    String j1 = m.writeValueAsString(o1),
        j10 = m.writeValueAsString(o10),
        jl = m.writeValueAsString(l1000);
    System.out.println("json sizes " + j1.length() + " " + j10.length() + " " + jl.length());
    time("Jackson write 1", () -> m.writeValueAsString(o1));
    time("Jackson write 10 lines", () -> m.writeValueAsString(o10));
    time("Jackson write 1000", () -> m.writeValueAsString(l1000));
    time("Jackson read 1", () -> m.readValue(j1, Order.class));
    time("Jackson read 10 lines", () -> m.readValue(j10, Order.class));
    time("Jackson read 1000", () -> m.readValue(jl, Order[].class));
    time("Jackson tree 1", () -> m.readTree(j1));
    time("Jackson tree 10", () -> m.readTree(j10));
    time("Jackson tree 1000", () -> m.readTree(jl));
    time("new ObjectMapper", () -> new com.fasterxml.jackson.databind.ObjectMapper());
    time(
        "new ObjectMapper+jsr310",
        () ->
            new com.fasterxml.jackson.databind.ObjectMapper()
                .registerModule(new com.fasterxml.jackson.datatype.jsr310.JavaTimeModule()));
    time(
        "findAndRegisterModules",
        () -> new com.fasterxml.jackson.databind.ObjectMapper().findAndRegisterModules());
    time(
        "new mapper + write",
        () -> new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(o10));
    var g = new com.google.gson.Gson();
    time("Gson write 10", () -> g.toJson(o10));
    time("Gson read 10", () -> g.fromJson(j10, Order.class));
    time("new Gson", () -> new com.google.gson.Gson());
  }

  private static void yaml() throws Exception {
    String y =
        "id: 4711\nname: abc\nlines:\n"
            + "  - {sku: AB-123, quantity: 3, price: 12.5}\n".repeat(10);
    time("Yaml.load " + y.length(), () -> new org.yaml.snakeyaml.Yaml().load(y));
    time("Yaml.dump", () -> new org.yaml.snakeyaml.Yaml().dump(m.convertValue(o10, Map.class)));
  }

  private static void xml() throws Exception {
    String x =
        "<order id='4711'>"
            + "<line sku='AB-123'><quantity>3</quantity><price>12.5</price></line>".repeat(90)
            + "</order>";
    System.out.println("xml " + x.length());
    time("dom4j parseText 6k", () -> org.dom4j.DocumentHelper.parseText(x));
    time("jdom build 6k", () -> new org.jdom2.input.SAXBuilder().build(new StringReader(x)));
    var dbf = javax.xml.parsers.DocumentBuilderFactory.newInstance();
    time(
        "DocumentBuilderFactory.newInstance",
        () -> javax.xml.parsers.DocumentBuilderFactory.newInstance());
    time("newDocumentBuilder", () -> dbf.newDocumentBuilder());
    time(
        "DOM parse 6k",
        () -> dbf.newDocumentBuilder().parse(new org.xml.sax.InputSource(new StringReader(x))));
    time(
        "SAX parse 6k",
        () -> {
          javax.xml.parsers.SAXParserFactory.newInstance()
              .newSAXParser()
              .parse(
                  new org.xml.sax.InputSource(new StringReader(x)),
                  new org.xml.sax.helpers.DefaultHandler());
          return 1;
        });
    time(
        "StAX 6k",
        () -> {
          var r =
              javax.xml.stream.XMLInputFactory.newInstance()
                  .createXMLStreamReader(new StringReader(x));
          int c = 0;
          while (r.hasNext()) {
            r.next();
            c++;
          }
          return c;
        });
    var dd = dbf.newDocumentBuilder().parse(new org.xml.sax.InputSource(new StringReader(x)));
    time(
        "XPath.evaluate",
        () ->
            javax.xml.xpath.XPathFactory.newInstance()
                .newXPath()
                .evaluate("/order/line[3]/price", dd));
    var xe = javax.xml.xpath.XPathFactory.newInstance().newXPath().compile("//line");
    time(
        "XPathExpression.evaluate nodes",
        () -> xe.evaluate(dd, javax.xml.xpath.XPathConstants.NODESET));
    time(
        "Transformer identity 6k",
        () -> {
          var tf = javax.xml.transform.TransformerFactory.newInstance().newTransformer();
          var sw = new StringWriter();
          tf.transform(
              new javax.xml.transform.dom.DOMSource(dd),
              new javax.xml.transform.stream.StreamResult(sw));
          return sw;
        });
    String xsl =
        "<xsl:stylesheet version='1.0'"
            + " xmlns:xsl='http://www.w3.org/1999/XSL/Transform'><xsl:template"
            + " match='/'><o><xsl:for-each select='order/line'><l><xsl:value-of"
            + " select='price'/></l></xsl:for-each></o></xsl:template></xsl:stylesheet>";
    time(
        "newTransformer(xsl)",
        () ->
            javax.xml.transform.TransformerFactory.newInstance()
                .newTransformer(
                    new javax.xml.transform.stream.StreamSource(new StringReader(xsl))));
    var tpl =
        javax.xml.transform.TransformerFactory.newInstance()
            .newTemplates(new javax.xml.transform.stream.StreamSource(new StringReader(xsl)));
    time(
        "XSLT transform 6k",
        () -> {
          var sw = new StringWriter();
          tpl.newTransformer()
              .transform(
                  new javax.xml.transform.stream.StreamSource(new StringReader(x)),
                  new javax.xml.transform.stream.StreamResult(sw));
          return sw;
        });
    time("JAXBContext.newInstance", () -> jakarta.xml.bind.JAXBContext.newInstance(X.class));
    var jc = jakarta.xml.bind.JAXBContext.newInstance(X.class);
    var sw0 = new StringWriter();
    jc.createMarshaller().marshal(new X(), sw0);
    String xs = sw0.toString();
    time(
        "JAXB marshal",
        () -> {
          var sw = new StringWriter();
          jc.createMarshaller().marshal(new X(), sw);
          return sw;
        });
    time(
        "JAXB unmarshal " + xs.length(),
        () -> jc.createUnmarshaller().unmarshal(new StringReader(xs)));
  }

  private static void xstream() throws Exception {
    var xst = new com.thoughtworks.xstream.XStream();
    xst.addPermission(com.thoughtworks.xstream.security.AnyTypePermission.ANY);
    String xo;
    try {
      xo = xst.toXML(new ArrayList<>(List.of("a", "b")));
      time("XStream toXML order", () -> xst.toXML(o10));
      String xo2 = xst.toXML(o10);
      time("XStream fromXML", () -> xst.fromXML(xo2));
      time("new XStream", () -> new com.thoughtworks.xstream.XStream());
    } catch (Throwable e) {
      System.out.println("xstream " + e);
    }
  }

  private static void javaSerialization() throws Exception {
    Op ser1 =
        () -> {
          var b = new ByteArrayOutputStream();
          var oo = new ObjectOutputStream(b);
          oo.writeObject(o1);
          oo.close();
          return b.toByteArray();
        };
    time("ObjectOutputStream 1", ser1);
    time(
        "ObjectOutputStream 10 lines",
        () -> {
          var b = new ByteArrayOutputStream();
          var oo = new ObjectOutputStream(b);
          oo.writeObject(o10);
          oo.close();
          return b.toByteArray();
        });
    time(
        "ObjectOutputStream 1000",
        () -> {
          var b = new ByteArrayOutputStream();
          var oo = new ObjectOutputStream(b);
          oo.writeObject(new ArrayList<>(l1000));
          oo.close();
          return b.toByteArray();
        });
    byte[] s1 = (byte[]) ser1.run();
    var bb = new ByteArrayOutputStream();
    var oo2 = new ObjectOutputStream(bb);
    oo2.writeObject(o10);
    oo2.close();
    byte[] s10 = bb.toByteArray();
    time(
        "ObjectInputStream 1",
        () -> new ObjectInputStream(new ByteArrayInputStream(s1)).readObject());
    time(
        "ObjectInputStream 10",
        () -> new ObjectInputStream(new ByteArrayInputStream(s10)).readObject());
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
    time("ServiceLoader none", () -> ServiceLoader.load(Calls.Op.class).iterator().hasNext());
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

  private static void pdf() throws Exception {
    Op pdf =
        () -> {
          var d = new org.apache.pdfbox.pdmodel.PDDocument();
          var pg = new org.apache.pdfbox.pdmodel.PDPage();
          d.addPage(pg);
          var cs = new org.apache.pdfbox.pdmodel.PDPageContentStream(d, pg);
          cs.beginText();
          cs.setFont(
              new org.apache.pdfbox.pdmodel.font.PDType1Font(
                  org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName.HELVETICA),
              12);
          cs.newLineAtOffset(50, 700);
          for (int i = 0; i < 30; i++) {
            cs.showText("Line " + i + " of an invoice 12.50");
            cs.newLineAtOffset(0, -15);
          }
          cs.endText();
          cs.close();
          var b = new ByteArrayOutputStream();
          d.save(b);
          d.close();
          return b.toByteArray();
        };
    time("PDFBox one page all", pdf);
    byte[] pd = (byte[]) pdf.run();
    time(
        "PDFBox load",
        () -> {
          var d = org.apache.pdfbox.Loader.loadPDF(pd);
          d.close();
          return 1;
        });
    time(
        "PDFBox load+text",
        () -> {
          try (var d = org.apache.pdfbox.Loader.loadPDF(pd)) {
            return new org.apache.pdfbox.text.PDFTextStripper().getText(d);
          }
        });
    time(
        "PDFBox load+render",
        () -> {
          try (var d = org.apache.pdfbox.Loader.loadPDF(pd)) {
            return new org.apache.pdfbox.rendering.PDFRenderer(d).renderImage(0);
          }
        });
    time(
        "OpenPDF one page",
        () -> {
          var d = new com.lowagie.text.Document();
          var b = new ByteArrayOutputStream();
          com.lowagie.text.pdf.PdfWriter.getInstance(d, b);
          d.open();
          for (int i = 0; i < 30; i++) d.add(new com.lowagie.text.Paragraph("Line " + i));
          d.close();
          return b;
        });
  }

  private static void poi() throws Exception {
    time(
        "POI new XSSF",
        () -> {
          var q = new org.apache.poi.xssf.usermodel.XSSFWorkbook();
          q.close();
          return q;
        });
    Op poi =
        () -> {
          var q = new org.apache.poi.xssf.usermodel.XSSFWorkbook();
          var s = q.createSheet();
          for (int i = 0; i < 100; i++) {
            var row = s.createRow(i);
            for (int c = 0; c < 5; c++) row.createCell(c).setCellValue("cell " + i + c);
          }
          var b = new ByteArrayOutputStream();
          q.write(b);
          q.close();
          return b.toByteArray();
        };
    time("POI write 100x5", poi);
    byte[] xl = (byte[]) poi.run();
    time(
        "POI fill only 100x5",
        () -> {
          var q = new org.apache.poi.xssf.usermodel.XSSFWorkbook();
          var s = q.createSheet();
          for (int i = 0; i < 100; i++) {
            var row = s.createRow(i);
            for (int c = 0; c < 5; c++) row.createCell(c).setCellValue("cell " + i + c);
          }
          q.close();
          return q;
        });
    time(
        "POI read 100x5",
        () -> {
          var q = new org.apache.poi.xssf.usermodel.XSSFWorkbook(new ByteArrayInputStream(xl));
          q.close();
          return q;
        });
  }

  private static void lucene() throws Exception {
    Path dir = Files.createTempDirectory("luc");
    var fs = org.apache.lucene.store.FSDirectory.open(dir);
    var iw =
        new org.apache.lucene.index.IndexWriter(
            fs, new org.apache.lucene.index.IndexWriterConfig());
    iw.commit();
    Op add =
        () -> {
          var d = new org.apache.lucene.document.Document();
          d.add(
              new org.apache.lucene.document.StringField(
                  "id", "4711", org.apache.lucene.document.Field.Store.YES));
          d.add(
              new org.apache.lucene.document.TextField(
                  "body", w6k, org.apache.lucene.document.Field.Store.NO));
          return iw.addDocument(d);
        };
    time("Lucene addDocument 6k", add);
    time(
        "Lucene add+commit",
        () -> {
          add.run();
          return iw.commit();
        });
    time(
        "Lucene DirectoryReader.open",
        () -> {
          var q = org.apache.lucene.index.DirectoryReader.open(fs);
          q.close();
          return q;
        });
    var rd = org.apache.lucene.index.DirectoryReader.open(fs);
    var se = new org.apache.lucene.search.IndexSearcher(rd);
    time(
        "Lucene search term",
        () ->
            se.search(
                new org.apache.lucene.search.TermQuery(
                    new org.apache.lucene.index.Term("body", "ab")),
                10));
    time(
        "Lucene parse query",
        () ->
            new org.apache.lucene.queryparser.classic.QueryParser(
                    "body", new org.apache.lucene.analysis.standard.StandardAnalyzer())
                .parse("hello AND wor*"));
  }

  private static void jgit() throws Exception {
    Path repo = Files.createTempDirectory("git");
    var git = org.eclipse.jgit.api.Git.init().setDirectory(repo.toFile()).call();
    int[] cnt = {0};
    time(
        "JGit add+commit",
        () -> {
          Files.writeString(repo.resolve("f" + (cnt[0] % 5)), w40 + cnt[0]++);
          git.add().addFilepattern(".").call();
          return git.commit().setMessage("m").setSign(false).call();
        });
    time(
        "JGit log 50",
        () -> {
          int c = 0;
          for (var q : git.log().setMaxCount(50).call()) c++;
          return c;
        });
    time("JGit status", () -> git.status().call());
    time(
        "Git.open",
        () -> {
          var q = org.eclipse.jgit.api.Git.open(repo.toFile());
          q.close();
          return q;
        });
  }

  private static void templates() throws Exception {
    var fm =
        new freemarker.template.Configuration(freemarker.template.Configuration.VERSION_2_3_34);
    var ft =
        new freemarker.template.Template(
            "x", "Hi ${customer}<#list lines as l>${l.sku} ${l.quantity}\n</#list>", fm);
    time(
        "FreeMarker process 10",
        () -> {
          var sw = new StringWriter();
          ft.process(o10, sw);
          return sw;
        });
    time(
        "FreeMarker new Template",
        () ->
            new freemarker.template.Template(
                "x", "Hi ${customer}<#list lines as l>${l.sku} ${l.quantity}\n</#list>", fm));
    var mf = new com.github.mustachejava.DefaultMustacheFactory();
    time(
        "Mustache compile",
        () ->
            new com.github.mustachejava.DefaultMustacheFactory()
                .compile(new StringReader("Hi {{customer}} {{#lines}}{{sku}}{{/lines}}"), "x"));
    var mu = mf.compile(new StringReader("Hi {{customer}} {{#lines}}{{sku}}{{/lines}}"), "x");
    time("Mustache execute", () -> mu.execute(new StringWriter(), o10));
    var te = new org.thymeleaf.TemplateEngine();
    time(
        "Thymeleaf process",
        () ->
            te.process(
                "<p th:text=\"${c}\">x</p><ul><li th:each=\"l : ${ls}\""
                    + " th:text=\"${l}\"></li></ul>",
                new org.thymeleaf.context.Context(
                    Locale.US,
                    Map.of(
                        "c",
                        "Jane",
                        "ls",
                        List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")))));
    var ve = new org.apache.velocity.app.VelocityEngine();
    ve.init();
    time(
        "Velocity evaluate",
        () -> {
          var sw = new StringWriter();
          ve.evaluate(
              new org.apache.velocity.VelocityContext(
                  new HashMap<>(Map.of("c", "Jane", "ls", List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)))),
              sw,
              "x",
              "Hi $c #foreach($l in $ls)$l, #end");
          return sw;
        });
    time(
        "CommonMark parse+render 6k",
        () ->
            org.commonmark.renderer.html.HtmlRenderer.builder()
                .build()
                .render(org.commonmark.parser.Parser.builder().build().parse(w6k)));
    time(
        "commons-csv parse 300 lines",
        () ->
            org.apache.commons.csv.CSVFormat.DEFAULT
                .parse(new StringReader("a,b,c,d,e\n".repeat(300)))
                .getRecords());
    time(
        "Levenshtein 12",
        () ->
            new org.apache.commons.text.similarity.LevenshteinDistance()
                .apply("Johannes Doe", "Johanna Dough"));
    time(
        "JaroWinkler 12",
        () ->
            new org.apache.commons.text.similarity.JaroWinklerSimilarity()
                .apply("Johannes Doe", "Johanna Dough"));
    time(
        "StringSubstitutor",
        () ->
            new org.apache.commons.text.StringSubstitutor(Map.of("a", "b"))
                .replace("Hello ${a}, how are ${a} today and more"));
    time("escapeHtml4 40", () -> org.apache.commons.text.StringEscapeUtils.escapeHtml4(w40));
  }

  private static void files() throws Exception {
    Path f = Files.createTempFile("x", "y");
    Files.writeString(f, w64k);
    time("Files.readString 64k cached", () -> Files.readString(f));
    time("Files.exists", () -> Files.exists(f));
    time("Files.size", () -> Files.size(f));
    time("Files.writeString 6k", () -> Files.writeString(f, w6k));
    time(
        "create+delete",
        () -> {
          Path q = Files.createTempFile("a", "b");
          Files.delete(q);
          return q;
        });
    time(
        "Files.move",
        () -> {
          Path q = f.resolveSibling("mv1");
          Files.move(f, q);
          Files.move(q, f);
          return q;
        });
    time(
        "Files.list 20",
        () -> {
          try (var s = Files.list(f.getParent())) {
            return s.count();
          }
        });
    time(
        "fsync 6k (cpu)",
        () -> {
          try (var c = java.nio.channels.FileChannel.open(f, StandardOpenOption.WRITE)) {
            c.write(java.nio.ByteBuffer.wrap(w6k.getBytes()));
            c.force(true);
          }
          return 1;
        });
    long s0 = System.nanoTime();
    for (int i = 0; i < 50; i++)
      try (var c = java.nio.channels.FileChannel.open(f, StandardOpenOption.WRITE)) {
        c.write(java.nio.ByteBuffer.wrap(w6k.getBytes()));
        c.force(true);
      }
    System.out.println("fsync wall us " + (System.nanoTime() - s0) / 50e3);
    s0 = System.nanoTime();
    for (int i = 0; i < 30; i++) new ProcessBuilder("true").start().waitFor();
    System.out.println("process true wall us " + (System.nanoTime() - s0) / 30e3);
  }

  private static void h2() throws Exception {
    var c = java.sql.DriverManager.getConnection("jdbc:h2:mem:x");
    c.createStatement()
        .execute("create table t(id int primary key, n varchar(50), p decimal(10,2))");
    for (int i = 0; i < 1000; i++)
      c.createStatement().execute("insert into t values(" + i + ",'name " + i + "',12.5)");
    var ps = c.prepareStatement("select * from t where id=?");
    time(
        "H2 mem by key",
        () -> {
          ps.setInt(1, 5);
          try (var rs = ps.executeQuery()) {
            rs.next();
            return rs.getString(2);
          }
        });
    var pa = c.prepareStatement("select * from t");
    time(
        "H2 mem 1000 rows",
        () -> {
          int q = 0;
          try (var rs = pa.executeQuery()) {
            while (rs.next()) {
              q += rs.getInt(1);
              rs.getString(2);
              rs.getBigDecimal(3);
            }
          }
          return q;
        });
    time(
        "H2 mem insert",
        () -> {
          int i = r.nextInt();
          try (var pp = c.prepareStatement("merge into t values(?,?,?)")) {
            pp.setInt(1, i);
            pp.setString(2, "x");
            pp.setBigDecimal(3, java.math.BigDecimal.ONE);
            return pp.executeUpdate();
          }
        });
    time("regex email 40", () -> "jane.doe@example.org".matches("^[\\w.+-]+@[\\w-]+\\.[\\w.]+$"));
    time("URI.create", () -> java.net.URI.create("https://example.org/a/b?c=d"));
    time("URLEncoder 40", () -> java.net.URLEncoder.encode(w40, StandardCharsets.UTF_8));
    time(
        "URLDecoder 40",
        () -> java.net.URLDecoder.decode("a%20b+c%3Dd+lorem+ipsum", StandardCharsets.UTF_8));
    time(
        "Properties.load 20 lines",
        () -> {
          var q = new Properties();
          q.load(new StringReader("key.a=value b\n".repeat(20)));
          return q;
        });
    time(
        "Scanner 10 ints",
        () -> {
          var q = new Scanner("1 2 3 4 5 6 7 8 9 10");
          int z = 0;
          while (q.hasNextInt()) z += q.nextInt();
          return z;
        });
    time(
        "exception",
        () -> {
          try {
            throw new IllegalStateException("x");
          } catch (Exception e) {
            return e;
          }
        });
    time("reflection invoke", () -> Calls.class.getDeclaredMethods().length);
    time(
        "Thread.start+join",
        () -> {
          var th = new Thread(() -> {});
          th.start();
          th.join();
          return 1;
        });
    try {
      var hc = java.net.http.HttpClient.newHttpClient();
      var sv =
          com.sun.net.httpserver.HttpServer.create(
              new java.net.InetSocketAddress("127.0.0.1", 0), 0);
      sv.createContext(
          "/",
          ex -> {
            byte[] q = "ok".getBytes();
            ex.sendResponseHeaders(200, 2);
            ex.getResponseBody().write(q);
            ex.close();
          });
      sv.setExecutor(java.util.concurrent.Executors.newFixedThreadPool(4));
      sv.start();
      var rq =
          java.net.http.HttpRequest.newBuilder(
                  java.net.URI.create("http://127.0.0.1:" + sv.getAddress().getPort() + "/"))
              .build();
      time(
          "HttpClient.send (caller cpu)",
          () -> hc.send(rq, java.net.http.HttpResponse.BodyHandlers.ofString()));
      time(
          "HttpClient.sendAsync (caller cpu)",
          () -> {
            var q = hc.sendAsync(rq, java.net.http.HttpResponse.BodyHandlers.ofString());
            return q;
          });
      time(
          "HttpURLConnection (caller cpu)",
          () -> {
            var q =
                (java.net.HttpURLConnection)
                    java.net
                        .URI
                        .create("http://127.0.0.1:" + sv.getAddress().getPort() + "/")
                        .toURL()
                        .openConnection();
            return q.getInputStream().readAllBytes();
          });
    } catch (Throwable e) {
      System.out.println(e);
    }
  }
}
