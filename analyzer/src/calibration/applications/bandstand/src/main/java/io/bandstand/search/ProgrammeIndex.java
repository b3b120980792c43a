package io.bandstand.search;

import io.bandstand.domain.Show;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.queryparser.classic.QueryParserBase;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Finds shows by words, in memory or in a folder. */
public class ProgrammeIndex implements Closeable {

  private final Analyzer analyzer = new StandardAnalyzer();
  private final Directory directory;
  private DirectoryReader reader;

  private ProgrammeIndex(Directory directory) {
    this.directory = directory;
  }

  public static ProgrammeIndex inMemory() {
    return new ProgrammeIndex(new ByteBuffersDirectory());
  }

  public static ProgrammeIndex inFolder(Path folder) throws IOException {
    return new ProgrammeIndex(FSDirectory.open(folder));
  }

  public void rebuild(Collection<Show> shows) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(analyzer).setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Show show : shows) {
        writer.addDocument(document(show));
      }
    }
    refresh();
  }

  public void update(Show show) throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      writer.updateDocument(new Term("key", Long.toString(show.id())), document(show));
    }
    refresh();
  }

  private void refresh() throws IOException {
    if (reader != null) {
      reader.close();
    }
    reader = DirectoryReader.open(directory);
  }

  static Document document(Show show) {
    Document document = new Document();
    document.add(new StringField("key", Long.toString(show.id()), Field.Store.YES));
    document.add(new TextField("text", show.title(), Field.Store.NO));
    show.artists().forEach(a -> document.add(new TextField("text", a, Field.Store.NO)));
    document.add(new StoredField("title", show.title()));
    return document;
  }

  public List<Long> find(String words, int most) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    List<Long> found = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query(words), most).scoreDocs) {
      found.add(Long.parseLong(searcher.storedFields().document(hit.doc).get("key")));
    }
    return found;
  }

  private Query query(String words) {
    try {
      return new QueryParser("text", analyzer).parse(QueryParserBase.escape(words));
    } catch (ParseException e) {
      throw new IllegalArgumentException(words, e);
    }
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
    directory.close();
  }
}
