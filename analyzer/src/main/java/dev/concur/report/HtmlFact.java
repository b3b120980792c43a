package dev.concur.report;

/** One line of a list of names and values. */
record HtmlFact(String name, String value) {}
