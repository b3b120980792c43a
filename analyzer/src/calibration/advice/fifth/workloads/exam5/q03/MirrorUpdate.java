package exam5.q03;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings the bare mirrors below /srv/mirror up to date (cron, every hour). */
public class MirrorUpdate {

    private final File root;
    private final Map<String, String> failed = new LinkedHashMap<>();

    public MirrorUpdate(File root) {
        this.root = root;
    }

    private static List<String> readNames(File list) throws IOException {
        List<String> names = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new FileReader(list))) {
            String line;
            while ((line = in.readLine()) != null) {
                line = line.trim();
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    names.add(line);
                }
            }
        }
        return names;
    }

    private String fetch(File repository) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("git", "fetch", "--prune", "--quiet", "origin");
        builder.directory(repository);
        builder.redirectErrorStream(true);
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        Process git = builder.start();
        git.getOutputStream().close();
        StringBuilder output = new StringBuilder();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(git.getInputStream()))) {
            String line;
            while ((line = in.readLine()) != null) {
                output.append(line).append('\n');
            }
        }
        return git.waitFor() == 0 ? null : output.toString();
    }

    public void updateAll(List<String> names) throws InterruptedException {
        for (String name : names) {
            File repository = new File(root, name + ".git");
            String error;
            try {
                error = fetch(repository);
            } catch (IOException e) {
                error = e.toString();
            }
            if (error != null) {
                failed.put(name, error);
            }
        }
    }

    public static void main(String[] args) throws Exception {
        MirrorUpdate update = new MirrorUpdate(new File("/srv/mirror"));
        update.updateAll(readNames(new File("/etc/mirrors.list")));
        for (Map.Entry<String, String> e : update.failed.entrySet()) {
            System.err.println(e.getKey() + " failed:\n" + e.getValue());
        }
        System.exit(update.failed.isEmpty() ? 0 : 1);
    }
}
