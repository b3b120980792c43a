package news.sentiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rates the articles of the last hour. */
public class WireWatch {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private final ArticleSource source;
  private final MoodModel model;

  public WireWatch(ArticleSource source, MoodModel model) {
    this.source = source;
    this.model = model;
  }

  public List<Article> rate(List<String> ids) throws IOException, InterruptedException {
    List<Article> articles = new ArrayList<>();
    for (String id : ids) {
      articles.add(rateOne(id));
    }
    return articles;
  }

  public Article rateOne(String id) throws IOException, InterruptedException {
    String text = TAG.matcher(source.fetch(id)).replaceAll(" ").trim();
    String[] words = SPACE.split(text);
    return new Article(id, words.length, model.mood(words));
  }
}
