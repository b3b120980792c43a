package org.sandpiper.lab.quality;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

public final class ControlChart {
  private final int width, height;

  public ControlChart(int width, int height) {
    this.width = width;
    this.height = height;
  }

  public byte[] png(ControlSeries s) {
    XYSeries xy = new XYSeries(s.analyte());
    for (int i = 0; i < s.values().length; i++) xy.add(i, s.values()[i]);
    JFreeChart chart =
        ChartFactory.createXYLineChart(s.analyte(), "day", "value", new XYSeriesCollection(xy));
    for (int k = -3; k <= 3; k++)
      chart
          .getXYPlot()
          .addRangeMarker(
              new ValueMarker(
                  s.target() + k * s.sd(),
                  k == 0 ? Color.GREEN : Color.GRAY,
                  chart.getXYPlot().getRangeGridlineStroke()));
    BufferedImage image = chart.createBufferedImage(width, height);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
