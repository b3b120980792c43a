package app.quill.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.Table;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IntSummaryStatistics;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/** Numbers about what was sold. */
public class Sales {

  public record Sale(String isbn, LocalDate day, String region, int copies, long cents) {}

  public record Report(String title, List<Row> rows) {
    public record Row(String name, int copies, double share) {}
  }

  private final ObjectMapper json;
  private final Gson gson = new Gson();

  public Sales(ObjectMapper json) {
    this.json = json;
  }

  public static Table<String, YearMonth, Integer> byRegion(List<Sale> sales) {
    Table<String, YearMonth, Integer> table = HashBasedTable.create();
    for (Sale sale : sales) {
      YearMonth month = YearMonth.from(sale.day());
      Integer before = table.get(sale.region(), month);
      table.put(sale.region(), month, (before == null ? 0 : before) + sale.copies());
    }
    return table;
  }

  public static Map<String, IntSummaryStatistics> statistics(List<Sale> sales) {
    return sales.stream()
        .collect(
            Collectors.groupingBy(
                Sale::isbn, TreeMap::new, Collectors.summarizingInt(Sale::copies)));
  }

  public static double trend(double[] copies) {
    SimpleRegression regression = new SimpleRegression();
    for (int i = 0; i < copies.length; i++) {
      regression.addData(i, copies[i]);
    }
    return regression.getSlope();
  }

  /** How prices, pages and seasons explain sales. */
  public static double[] explain(double[][] factors, double[] copies) {
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.newSampleData(copies, factors);
    return regression.estimateRegressionParameters();
  }

  public static double percentile(double[] values, double p) {
    return new DescriptiveStatistics(values).getPercentile(p);
  }

  public static RealMatrix inverse(double[][] matrix) {
    return new LUDecomposition(new Array2DRowRealMatrix(matrix, false)).getSolver().getInverse();
  }

  public static int rank(double[][] ratings) {
    return new SingularValueDecomposition(new Array2DRowRealMatrix(ratings, false)).getRank();
  }

  public static Complex[] seasons(double[] copies) {
    return new FastFourierTransformer(DftNormalization.STANDARD)
        .transform(copies, TransformType.FORWARD);
  }

  public String write(Report report) throws JsonProcessingException {
    return json.writeValueAsString(report);
  }

  public Report read(String text) throws JsonProcessingException {
    return json.readValue(text, Report.class);
  }

  public List<Map<String, Object>> loose(byte[] bytes) throws java.io.IOException {
    return json.readValue(bytes, new TypeReference<>() {});
  }

  /** How many rows carry less than that share. */
  public int weak(JsonNode report, double share) {
    int weak = 0;
    for (Iterator<JsonNode> rows = report.path("rows").elements(); rows.hasNext(); ) {
      if (rows.next().path("share").asDouble() < share) {
        weak++;
      }
    }
    return weak;
  }

  public String gson(Report report) {
    return gson.toJson(report);
  }

  public String status(String answer) {
    JsonObject object = JsonParser.parseString(answer).getAsJsonObject();
    return object.get("status").getAsString();
  }

  public Report convert(Map<String, Object> loose) {
    return json.convertValue(loose, Report.class);
  }

  // miss: kind said other: what the caller hands in to compare by weighs more than the sorting
  public static <T> List<T> top(List<T> items, Function<? super T, Double> worth, int count) {
    List<T> sorted = new ArrayList<>(items);
    sorted.sort((a, b) -> Double.compare(worth.apply(b), worth.apply(a)));
    return sorted.subList(0, Math.min(count, sorted.size()));
  }

  public static Report empty(String title) {
    return new Report(title, Collections.emptyList());
  }
}
