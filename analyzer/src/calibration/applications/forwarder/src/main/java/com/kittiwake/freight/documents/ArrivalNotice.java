package com.kittiwake.freight.documents;

import com.kittiwake.freight.model.Shipment;
import java.io.StringWriter;
import java.util.List;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;

public class ArrivalNotice {
  private static final String TEXT =
      """
      Dear $shipment.consignee,
      #foreach($p in $lines)
        $velocityCount $p.mark $p.kg kg #if($p.heavy)(crane)#end
      #end
      Yours, Kittiwake
      """
          .replace("$velocityCount", "$foreach.count");
  private final VelocityEngine engine = new VelocityEngine();

  public ArrivalNotice() {
    engine.init();
  }

  /** What the template sees of a parcel. */
  public static final class Line {
    private final String mark;
    private final double kg;

    Line(String mark, double kg) {
      this.mark = mark;
      this.kg = kg;
    }

    public String getMark() {
      return mark;
    }

    public double getKg() {
      return kg;
    }

    public boolean isHeavy() {
      return kg > 1000;
    }
  }

  public String compose(Shipment shipment) {
    VelocityContext context = new VelocityContext();
    List<Line> lines = shipment.parcels().stream().map(p -> new Line(p.mark(), p.kg())).toList();
    context.put("shipment", shipment);
    context.put("lines", lines);
    StringWriter out = new StringWriter();
    engine.evaluate(context, out, "notice", TEXT);
    return out.toString();
  }

  public String subject(Shipment shipment) {
    return "Arrival of " + shipment.reference() + " at " + shipment.destination();
  }
}
