package com.kittiwake.freight.carriers;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;
import retrofit2.Retrofit;

/** One ocean carrier's web service. */
public class CarrierClient {
  private static final MediaType JSON = MediaType.get("application/json");
  private final String name;
  private final CarrierApi api;
  private final Gson gson = new Gson();

  public record Sailing(String vessel, String voyage, long departs, int days) {}

  public CarrierClient(String name, String base) {
    this.name = name;
    this.api = new Retrofit.Builder().baseUrl(base).build().create(CarrierApi.class);
  }

  public String name() {
    return name;
  }

  private static String text(Call<ResponseBody> call) throws IOException {
    Response<ResponseBody> answer = call.execute();
    if (!answer.isSuccessful()) {
      throw new IOException("carrier answered " + answer.code());
    }
    return answer.body().string();
  }

  public List<Sailing> schedule(String port, int weeks) throws IOException {
    return sailings(text(api.schedule(port, weeks)));
  }

  static List<Sailing> sailings(String json) {
    JsonArray all = JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("sailings");
    List<Sailing> out = new ArrayList<>(all.size());
    for (JsonElement e : all) {
      JsonObject o = e.getAsJsonObject();
      out.add(
          new Sailing(
              o.get("vessel").getAsString(),
              o.get("voyage").getAsString(),
              o.get("departs").getAsLong(),
              o.get("days").getAsInt()));
    }
    return out;
  }

  public double quote(String lane, double teu) throws IOException {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("lane", lane);
    request.put("teu", Double.toString(teu));
    return JsonParser.parseString(text(api.quote(request)))
        .getAsJsonObject()
        .get("price")
        .getAsDouble();
  }

  public String book(Sailing sailing, String reference) throws IOException {
    JsonObject o = gson.toJsonTree(sailing).getAsJsonObject();
    o.addProperty("reference", reference);
    return text(api.book(RequestBody.create(JSON, gson.toJson(o))));
  }

  /** Hands the schedule over when it has come. */
  public Call<?> scheduleLater(String port, Consumer<List<Sailing>> then) {
    Call<ResponseBody> call = api.schedule(port, 4);
    call.enqueue(
        new Callback<>() {
          @Override
          public void onResponse(Call<ResponseBody> c, Response<ResponseBody> answer) {
            try (ResponseBody body = answer.body()) {
              then.accept(sailings(body.string()));
            } catch (IOException e) {
              onFailure(c, e);
            }
          }

          @Override
          public void onFailure(Call<ResponseBody> c, Throwable t) {
            then.accept(List.of());
          }
        });
    return call;
  }
}
