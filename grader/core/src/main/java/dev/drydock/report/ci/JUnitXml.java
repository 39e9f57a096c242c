package dev.drydock.report.ci;

import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML: a suite for each thing judged, a case for each check that counts. A failed check is a
 * failure, one of ours an error; what cannot be checked or does not apply is skipped.
 *
 * <pre>{@code
 * <testsuites name="drydock" tests="1" failures="1" errors="0" skipped="0">
 *   <testsuite name="alice 3.9" tests="1" failures="1" errors="0" skipped="0">
 *     <testcase classname="alice.3.9.backend" name="I01 Small enough" file="Dockerfile" line="3">
 *       <failure message="…" type="size.max">…</failure>
 * }</pre>
 */
public final class JUnitXml {

  private final XMLStreamWriter xml;

  private JUnitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The document. */
  public static String write(List<Reported> all) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
      new JUnitXml(xml).document(all);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return out + "\n";
  }

  private void document(List<Reported> all) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line();
    xml.writeStartElement("testsuites");
    attribute("name", "drydock");
    counts(all.stream().map(Counts::of).reduce(Counts.NONE, Counts::plus));
    for (Reported one : all) {
      suite(one);
    }
    line();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(Reported one) throws XMLStreamException {
    line();
    xml.writeStartElement("testsuite");
    attribute("name", one.name());
    counts(Counts.of(one));
    String where = one.className();
    if (one.state() != State.GRADED) {
      boolean ours = one.state() == State.NOT_GRADED;
      start(where, "submission");
      problem(ours ? "error" : "failure", one.message(), one.state().code(), "");
      xml.writeEndElement();
    }
    for (ImageResult image : one.images()) {
      for (CheckResult check : CheckSentences.graded(image)) {
        check(where + "." + image.name(), image, check);
      }
    }
    line();
    xml.writeEndElement();
  }

  private void check(String where, ImageResult image, CheckResult check) throws XMLStreamException {
    start(where, check.id() + " " + check.title());
    attribute("file", image.dockerfile().path());
    if (check.line() != null) {
      attribute("line", check.line().toString());
    }
    switch (check.outcome()) {
      case FAIL -> problem("failure", check.message(), check.name(), CheckSentences.details(check));
      case ERROR -> problem("error", check.message(), check.name(), CheckSentences.details(check));
      case BLOCKED, NOT_APPLICABLE -> {
        xml.writeEmptyElement("skipped");
        attribute("message", check.message());
      }
      case PASS -> {}
    }
    xml.writeEndElement();
  }

  private void start(String where, String name) throws XMLStreamException {
    line();
    xml.writeStartElement("testcase");
    attribute("classname", where);
    attribute("name", name);
    attribute("time", "0");
  }

  private void problem(String element, String message, String type, String text)
      throws XMLStreamException {
    xml.writeStartElement(element);
    attribute("message", message);
    attribute("type", type);
    xml.writeCharacters(CheckSentences.text(text));
    xml.writeEndElement();
  }

  private void counts(Counts counts) throws XMLStreamException {
    attribute("tests", Integer.toString(counts.tests()));
    attribute("failures", Integer.toString(counts.failures()));
    attribute("errors", Integer.toString(counts.errors()));
    attribute("skipped", Integer.toString(counts.skipped()));
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, CheckSentences.text(value));
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  private record Counts(int tests, int failures, int errors, int skipped) {

    private static final Counts NONE = new Counts(0, 0, 0, 0);

    static Counts of(Reported one) {
      Counts counts =
          switch (one.state()) {
            case GRADED -> NONE;
            case NOT_GRADABLE -> new Counts(1, 1, 0, 0);
            case NOT_GRADED -> new Counts(1, 0, 1, 0);
          };
      return one.images().stream()
          .flatMap(image -> CheckSentences.graded(image).stream())
          .map(Counts::of)
          .reduce(counts, Counts::plus);
    }

    private static Counts of(CheckResult check) {
      return switch (check.outcome()) {
        case PASS -> new Counts(1, 0, 0, 0);
        case FAIL -> new Counts(1, 1, 0, 0);
        case ERROR -> new Counts(1, 0, 1, 0);
        case BLOCKED, NOT_APPLICABLE -> new Counts(1, 0, 0, 1);
      };
    }

    Counts plus(Counts other) {
      return new Counts(
          tests + other.tests,
          failures + other.failures,
          errors + other.errors,
          skipped + other.skipped);
    }
  }
}
