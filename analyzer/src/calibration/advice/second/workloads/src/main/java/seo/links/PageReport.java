package seo.links;

import java.io.Serializable;

public record PageReport(String page, int links, int external, int words) implements Serializable {}
