package report.build;

import java.io.Serializable;
import java.util.List;

/** The sales figures of a region, one series a section of its report. */
public record Region(String name, List<double[]> sections) implements Serializable {}
