package typeset.book;

import java.util.List;

public record Chapter(String title, List<String> paragraphs) {}
