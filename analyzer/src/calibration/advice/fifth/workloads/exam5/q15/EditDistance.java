package exam5.q15;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;

/** Distance of two genome sections (FASTA, one sequence per file, some 60,000 bases). */
public class EditDistance {

    static final int GAP = 2;
    static final int MISMATCH = 3;

    static String sequence(String file) throws IOException {
        StringBuilder bases = new StringBuilder();
        for (String line : Files.readAllLines(Paths.get(file))) {
            if (!line.startsWith(">")) {
                bases.append(line.trim());
            }
        }
        return bases.toString();
    }

    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 1; j < row.length; j++) {
            row[j] = j * GAP;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i * GAP;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : MISMATCH);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + GAP);
                diagonal = above;
            }
        }
        return row[b.length()];
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: EditDistance A.fasta B.fasta");
            System.exit(2);
        }
        System.out.println(distance(sequence(args[0]), sequence(args[1])));
    }
}
