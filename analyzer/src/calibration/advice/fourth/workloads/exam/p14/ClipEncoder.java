package exam.p14;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Re-encodes the surveillance clips of a day (about 600, one minute each) for the archive. */
public class ClipEncoder {

    static class Command {
        private final List<String> words = new ArrayList<>();

        Command(String program) {
            words.add(program);
        }

        Command with(Object... arguments) {
            Arrays.stream(arguments).map(Object::toString).forEach(words::add);
            return this;
        }

        int run(Path log) throws IOException, InterruptedException {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        }
    }

    private final Deque<Path> pending = new ArrayDeque<>();
    private final Path target;

    ClipEncoder(Path target) {
        this.target = target;
    }

    void add(Path clip) {
        pending.add(clip);
    }

    /** Each ffmpeg keeps to one thread (frame threading changes the rate control); at night the machine has nothing else to do. */
    int encodeAll() throws IOException, InterruptedException {
        int failures = 0;
        while (!pending.isEmpty()) {
            Path clip = pending.poll();
            Path out = target.resolve(clip.getFileName().toString().replace(".avi", ".mkv"));
            int exit = new Command("ffmpeg")
                    .with("-nostdin", "-y", "-i", clip)
                    .with("-c:v", "libx265", "-preset", "slow", "-x265-params", "pools=none:frame-threads=1")
                    .with("-threads", 1, out)
                    .run(out.resolveSibling(out.getFileName() + ".log"));
            if (exit != 0) {
                failures++;
            }
        }
        return failures;
    }

    public static void main(String[] args) throws Exception {
        ClipEncoder encoder = new ClipEncoder(Files.createDirectories(Path.of(args[1])));
        try (Stream<Path> clips = Files.list(Path.of(args[0]))) {
            clips.filter(p -> p.toString().endsWith(".avi")).forEach(encoder::add);
        }
        System.out.println(encoder.encodeAll() + " failures");
    }
}
