package com.pawlane.clinic.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Full-text search of the vets' notes. */
public class KnowledgeIndex implements AutoCloseable {
  private final Directory directory;
  private final IndexWriter writer;

  private KnowledgeIndex(Directory directory) throws IOException {
    this.directory = directory;
    this.writer = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()));
  }

  public static KnowledgeIndex inMemory() throws IOException {
    return new KnowledgeIndex(new ByteBuffersDirectory());
  }

  public static KnowledgeIndex at(Path folder) throws IOException {
    return new KnowledgeIndex(FSDirectory.open(folder));
  }

  public void put(Map<String, String> notes) throws IOException {
    for (Map.Entry<String, String> note : notes.entrySet()) {
      Document document = new Document();
      document.add(new StringField("id", note.getKey(), Field.Store.YES));
      document.add(new TextField("text", note.getValue(), Field.Store.NO));
      writer.updateDocument(new Term("id", note.getKey()), document);
    }
  }

  public void commit() throws IOException {
    writer.commit();
  }

  public List<String> find(String words, int count) throws IOException, ParseException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      Query query = parse(words);
      List<String> ids = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(query, count).scoreDocs) {
        ids.add(searcher.storedFields().document(hit.doc).get("id"));
      }
      return ids;
    }
  }

  Query parse(String words) throws ParseException {
    return new QueryParser("text", new StandardAnalyzer()).parse(QueryParser.escape(words));
  }

  @Override
  public void close() throws IOException {
    writer.close();
    directory.close();
  }
}
