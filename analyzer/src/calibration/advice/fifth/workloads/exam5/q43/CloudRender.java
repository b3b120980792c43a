package exam5.q43;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Has the 150 shots of an episode previewed by the render service; a preview takes it about a minute. */
public class CloudRender {

    static final int SHOTS = 150;
    static final String SERVICE = "https://render.example.net/jobs";

    private final HttpClient client = HttpClient.newHttpClient();
    private final String episode;

    CloudRender(String episode) {
        this.episode = episode;
    }

    private String call(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new IOException("HTTP " + response.statusCode());
        }
        return response.body().strip();
    }

    private String submit(int shot) throws IOException, InterruptedException {
        return call(HttpRequest.newBuilder(URI.create(SERVICE)).POST(BodyPublishers.ofString("episode=" + episode + "&shot=" + shot)));
    }

    private String await(String job) throws IOException, InterruptedException {
        while (true) {
            String state = call(HttpRequest.newBuilder(URI.create(SERVICE + "/" + job)));
            switch (state) {
                case "queued", "running" -> TimeUnit.SECONDS.sleep(2);
                case "failed" -> throw new IOException("job " + job + " failed");
                default -> {
                    return state;
                }
            }
        }
    }

    Map<Integer, String> renderAll() throws InterruptedException {
        Map<Integer, String> previews = new LinkedHashMap<>();
        for (int shot = 1; shot <= SHOTS; shot++) {
            try {
                previews.put(shot, await(submit(shot)));
            } catch (IOException e) {
                previews.put(shot, e.getMessage());
            }
        }
        return previews;
    }

    public static void main(String[] args) throws InterruptedException {
        new CloudRender(args[0]).renderAll().forEach((shot, preview) -> System.out.println(shot + "\t" + preview));
    }
}
