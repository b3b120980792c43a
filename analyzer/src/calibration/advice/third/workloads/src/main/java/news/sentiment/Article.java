package news.sentiment;

/** An article of the wire and what was found in it. */
public record Article(String id, int words, double mood) {}
