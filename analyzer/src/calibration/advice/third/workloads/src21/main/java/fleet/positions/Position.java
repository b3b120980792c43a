package fleet.positions;

/** Where a vehicle is. */
public record Position(String vehicle, double latitude, double longitude) {
    static Position parse(String vehicle, String line) {
        int comma = line.indexOf(',');
        return new Position(
                vehicle, Double.parseDouble(line.substring(0, comma)), Double.parseDouble(line.substring(comma + 1)));
    }
}
