package subtitles.translate;

public interface Translator {
  String translate(String line);
}
