package it;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where requests come in. */
@RestController
public class PriceController {

  private final PriceService prices;

  public PriceController(PriceService prices) {
    this.prices = prices;
  }

  @GetMapping("/prices/{article}")
  public String price(@PathVariable String article) {
    return prices.priceOf(article);
  }
}
