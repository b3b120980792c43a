package com.kittiwake.freight.archive;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Supplier;
import net.jpountz.lz4.LZ4Factory;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/** The packers by the suffix of their files. */
public final class Packers {
  private static final Map<String, Supplier<Packer>> KNOWN =
      Map.of("zst", () -> new ZstdPacker(6), "lz4", Lz4Packer::new, "xz", XzPacker::new);

  private Packers() {}

  public static Packer forSuffix(String suffix) {
    Supplier<Packer> maker = KNOWN.get(suffix);
    if (maker == null) {
      throw new IllegalArgumentException("cannot unpack ." + suffix);
    }
    return maker.get();
  }

  private record ZstdPacker(int level) implements Packer {
    @Override
    public String suffix() {
      return "zst";
    }

    @Override
    public byte[] pack(byte[] plain) {
      return Zstd.compress(plain, level);
    }

    @Override
    public byte[] unpack(byte[] packed) {
      return Zstd.decompress(packed, (int) Zstd.getFrameContentSize(packed));
    }
  }

  private static final class Lz4Packer implements Packer {
    private final LZ4Factory factory = LZ4Factory.fastestJavaInstance();

    @Override
    public String suffix() {
      return "lz4";
    }

    @Override
    public byte[] pack(byte[] plain) {
      byte[] body = factory.highCompressor().compress(plain);
      return ByteBuffer.allocate(4 + body.length).putInt(plain.length).put(body).array();
    }

    @Override
    public byte[] unpack(byte[] packed) {
      return factory.fastDecompressor().decompress(packed, 4, ByteBuffer.wrap(packed).getInt());
    }
  }

  private static final class XzPacker implements Packer {
    @Override
    public String suffix() {
      return "xz";
    }

    @Override
    public byte[] pack(byte[] plain) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (XZOutputStream xz = new XZOutputStream(out, new LZMA2Options(1))) {
        xz.write(plain);
      }
      return out.toByteArray();
    }

    @Override
    public byte[] unpack(byte[] packed) throws IOException {
      try (XZInputStream xz = new XZInputStream(new ByteArrayInputStream(packed))) {
        return xz.readAllBytes();
      }
    }
  }
}
