package org.sandpiper.lab.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Full text search in the findings of the pathologists. */
public class SpecimenIndex implements AutoCloseable {
  private final StandardAnalyzer analyzer = new StandardAnalyzer();
  private final IndexWriter writer;
  private final SearcherManager searchers;

  public SpecimenIndex(Path dir) throws IOException {
    this(FSDirectory.open(dir));
  }

  SpecimenIndex(Directory dir) throws IOException {
    writer = new IndexWriter(dir, new IndexWriterConfig(analyzer));
    searchers = new SearcherManager(writer, null);
  }

  public void put(String accession, String finding) throws IOException {
    Document d = new Document();
    d.add(new StringField("accession", accession, Field.Store.YES));
    d.add(new TextField("finding", finding, Field.Store.NO));
    writer.updateDocument(new Term("accession", accession), d);
  }

  public void commit() throws IOException {
    writer.commit();
    searchers.maybeRefresh();
  }

  public Query query(String text) {
    try {
      return new QueryParser("finding", analyzer).parse(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  public List<String> search(String text, int most) throws IOException {
    Query q = query(text);
    IndexSearcher s = searchers.acquire();
    try {
      List<String> out = new ArrayList<>();
      for (ScoreDoc d : s.search(q, most).scoreDocs)
        out.add(s.storedFields().document(d.doc).get("accession"));
      return out;
    } finally {
      searchers.release(s);
    }
  }

  public int size() throws IOException {
    try (DirectoryReader r = DirectoryReader.open(writer)) {
      return r.numDocs();
    }
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
  }
}
