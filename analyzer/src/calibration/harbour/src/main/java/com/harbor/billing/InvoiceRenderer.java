package com.harbor.billing;

import java.util.Locale;

/** Lays out an invoice as text, in the way of a template method. */
public abstract class InvoiceRenderer {

  // miss: said light: the invoice has 250 lines, and what belongs to one element counts as few
  public final String render(Invoice invoice) {
    StringBuilder out = new StringBuilder();
    head(out, invoice);
    int at = 1;
    for (Invoice.Line line : invoice.lines()) {
      line(out, at++, line);
    }
    foot(out, invoice);
    return out.toString();
  }

  protected abstract void head(StringBuilder out, Invoice invoice);

  protected abstract void line(StringBuilder out, int position, Invoice.Line line);

  protected void foot(StringBuilder out, Invoice invoice) {
    out.append("Total: ").append(invoice.total()).append('\n');
  }

  /** For the printer at the gate, which has 80 columns. */
  public static class Columns extends InvoiceRenderer {

    @Override
    protected void head(StringBuilder out, Invoice invoice) {
      out.append("INVOICE ")
          .append(invoice.number())
          .append("  ")
          .append(invoice.date())
          .append('\n');
    }

    @Override
    protected void line(StringBuilder out, int position, Invoice.Line line) {
      out.append(
          String.format(
              Locale.ROOT,
              "%4d  %-44s %6d %10.2f %12.2f%n",
              position,
              line.text(),
              line.quantity(),
              line.price(),
              line.sum()));
    }
  }

  /** One word per invoice, for the log. */
  public static class Brief extends InvoiceRenderer {

    private int items;

    @Override
    protected void head(StringBuilder out, Invoice invoice) {
      out.append(invoice.number()).append(':');
      items = 0;
    }

    @Override
    protected void line(StringBuilder out, int position, Invoice.Line line) {
      items += line.quantity();
    }

    @Override
    protected void foot(StringBuilder out, Invoice invoice) {
      out.append(items).append(" items");
    }
  }
}
