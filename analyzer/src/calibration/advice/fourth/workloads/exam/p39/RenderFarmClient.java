package exam.p39;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Has the 2,400 shots of a film rendered as previews by the (elastic) cloud farm; one takes the farm between 20 and 60 seconds. */
public class RenderFarmClient {
    enum State { QUEUED, RUNNING, DONE, FAILED }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI farm;
    private final long pollMillis;

    RenderFarmClient(URI farm, long pollMillis) {
        this.farm = farm;
        this.pollMillis = pollMillis;
    }

    private String submit(String shot) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(farm.resolve("/jobs")).POST(BodyPublishers.ofString("shot=" + shot)).build();
        return http.send(request, BodyHandlers.ofString()).body().trim();
    }

    private State state(String job) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(farm.resolve("/jobs/" + job + "/state")).build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return State.valueOf(response.body().trim());
    }

    State renderAndWait(String shot) throws IOException, InterruptedException {
        String job = submit(shot);
        while (true) {
            TimeUnit.MILLISECONDS.sleep(pollMillis);
            State state = state(job);
            if (state == State.DONE || state == State.FAILED) {
                return state;
            }
        }
    }

    Map<String, State> renderAll(List<String> shots) throws IOException, InterruptedException {
        Map<String, State> result = new LinkedHashMap<>();
        for (String shot : shots) {
            State state = renderAndWait(shot);
            if (state == State.FAILED) {
                state = renderAndWait(shot);
            }
            result.put(shot, state);
        }
        return result;
    }

    public static void main(String[] args) throws Exception {
        RenderFarmClient client = new RenderFarmClient(URI.create(args[0]), 2_000);
        client.renderAll(Files.readAllLines(Path.of(args[1]))).forEach((shot, state) -> System.out.println(shot + " " + state));
    }
}
