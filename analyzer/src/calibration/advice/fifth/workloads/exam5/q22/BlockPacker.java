package exam5.q22;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/** Packs a database dump (typically 8 GB) in blocks of 1 MB so that single blocks can be restored. */
public class BlockPacker {

    private static final int BLOCK = 1 << 20;

    private static class Block {
        final int index;
        final byte[] plain;
        byte[] packed;

        Block(int index, byte[] plain) {
            this.index = index;
            this.plain = plain;
        }
    }

    private final Deflater deflater = new Deflater(9, true);
    private final byte[] room = new byte[BLOCK + 4096];

    private void pack(Block block) {
        deflater.reset();
        deflater.setInput(block.plain);
        deflater.finish();
        int length = deflater.deflate(room);
        block.packed = new byte[length];
        System.arraycopy(room, 0, block.packed, 0, length);
    }

    private List<Block> read(RandomAccessFile file, int first, int count) throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (int i = first; i < first + count && (long) i * BLOCK < file.length(); i++) {
            file.seek((long) i * BLOCK);
            byte[] plain = new byte[(int) Math.min(BLOCK, file.length() - (long) i * BLOCK)];
            file.readFully(plain);
            blocks.add(new Block(i, plain));
        }
        return blocks;
    }

    void packAll(List<Block> blocks) {
        for (Block block : blocks) {
            pack(block);
        }
    }

    void run(Path dump, Path target) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(dump.toFile(), "r");
             DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target), BLOCK))) {
            int first = 0;
            List<Block> blocks;
            while (!(blocks = read(in, first, 64)).isEmpty()) {
                packAll(blocks);
                for (Block block : blocks) {
                    out.writeInt(block.index);
                    out.writeInt(block.packed.length);
                    out.write(block.packed);
                }
                first += blocks.size();
            }
        } finally {
            deflater.end();
        }
    }

    public static void main(String[] args) throws IOException {
        Path dump = Path.of(args[0]);
        new BlockPacker().run(dump, dump.resolveSibling(dump.getFileName() + ".blk"));
    }
}
