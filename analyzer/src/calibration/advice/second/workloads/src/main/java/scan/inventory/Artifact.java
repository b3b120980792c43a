package scan.inventory;

import java.io.Serializable;

public record Artifact(String name, String kind, long size, int lines) implements Serializable {}
