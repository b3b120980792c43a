package io.bandstand.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bandstand.domain.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The bank, over HTTP. */
public class CardGateway implements PaymentGateway {

  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient client;
  private final ObjectMapper mapper = new ObjectMapper();
  private final String address;
  private final Signer signer;

  public CardGateway(String address, Signer signer, Duration timeout) {
    this.client = new OkHttpClient.Builder().callTimeout(timeout).build();
    this.address = address;
    this.signer = signer;
  }

  @Override
  public Payment charge(PaymentGateway.Request request) {
    return read(request.reference(), post("/charges", body(request)));
  }

  @Override
  public Payment refund(String reference, Money amount) {
    ObjectNode body = mapper.createObjectNode();
    body.put("reference", reference).put("cents", amount.cents());
    return read(reference, post("/refunds", body.toString()));
  }

  String body(PaymentGateway.Request request) {
    ObjectNode body = mapper.createObjectNode();
    body.put("reference", request.reference());
    body.put("token", request.token());
    body.putObject("amount")
        .put("cents", request.amount().cents())
        .put("currency", request.amount().currency());
    return body.toString();
  }

  private okhttp3.Request request(String path, String body) {
    return new okhttp3.Request.Builder()
        .url(address + path)
        .header("X-Signature", signer.sign(body))
        .post(RequestBody.create(body, JSON))
        .build();
  }

  private JsonNode post(String path, String body) {
    try (Response response = client.newCall(request(path, body)).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("bank says " + response.code());
      }
      return mapper.readTree(response.body().byteStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Payment read(String reference, JsonNode answer) {
    return switch (answer.path("state").asText()) {
      case "approved" -> new Payment.Approved(reference, answer.path("auth").asText());
      case "redirect" -> new Payment.Pending(reference, answer.path("url").asText());
      default ->
          new Payment.Declined(
              reference, answer.path("reason").asText("unknown"), answer.path("again").asBoolean());
    };
  }
}
