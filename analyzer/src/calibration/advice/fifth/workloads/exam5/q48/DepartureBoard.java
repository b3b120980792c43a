package exam5.q48;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLConnection;
import java.util.Date;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the next departures of 120 stations at hand for the displays. */
public class DepartureBoard {

    private static final int STATIONS = 120;
    private static final long PERIOD = 30 * 1000L;

    private final Timer timer = new Timer("departures");
    private final Map<Integer, String> next = new ConcurrentHashMap<Integer, String>();

    private class Refresh extends TimerTask {
        private final int station;

        Refresh(int station) {
            this.station = station;
        }

        public void run() {
            try {
                next.put(station, fetch(station));
            } catch (IOException e) {
                System.err.println(new Date() + " station " + station + ": " + e.getMessage());
            }
        }
    }

    /** The timetable server takes one to two seconds. */
    private static String fetch(int station) throws IOException {
        URLConnection connection = new URL("http://timetable.rail.example/departures?station=" + station).openConnection();
        connection.setConnectTimeout(3000);
        connection.setReadTimeout(8000);
        StringBuilder text = new StringBuilder();
        BufferedReader reader = new BufferedReader(new InputStreamReader(connection.getInputStream(), "UTF-8"));
        try {
            String line;
            while ((line = reader.readLine()) != null) {
                text.append(line).append('\n');
            }
        } finally {
            reader.close();
        }
        return text.toString();
    }

    public void start() {
        for (int station = 1; station <= STATIONS; station++) {
            timer.schedule(new Refresh(station), 0, PERIOD);
        }
    }

    public String show(int station) {
        String text = next.get(station);
        return text == null ? "please wait" : text;
    }

    public static void main(String[] args) throws Exception {
        DepartureBoard board = new DepartureBoard();
        board.start();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        String line;
        while ((line = in.readLine()) != null) {
            System.out.println(board.show(Integer.parseInt(line.trim())));
        }
    }
}
