package telemetry.export;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

public record Report(String site, Map<String, String> tags, List<Reading> readings)
    implements Serializable {}
