package com.kittiwake.freight.customs;

import org.apache.http.impl.client.HttpClientBuilder;

/** Where gateways come from. */
public final class Customs {
  private Customs() {}

  public static CustomsGateway gateway(String base, boolean caching) {
    CustomsGateway direct =
        new HttpCustomsGateway(
            HttpClientBuilder.create().setMaxConnPerRoute(8).disableAutomaticRetries().build(),
            base);
    return caching ? new CachingCustomsGateway(direct) : direct;
  }
}
