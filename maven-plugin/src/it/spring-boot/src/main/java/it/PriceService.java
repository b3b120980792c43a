package it;

import org.springframework.stereotype.Service;
import org.springframework.web.client.RestTemplate;

/** One for all requests, and so is its lock. */
@Service
public class PriceService {

  private final RestTemplate remote = new RestTemplate();
  private String last = "";

  public synchronized String priceOf(String article) {
    last = remote.getForObject("http://prices/{article}", String.class, article);
    return last;
  }
}
