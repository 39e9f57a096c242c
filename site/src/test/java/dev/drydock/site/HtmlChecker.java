package dev.drydock.site;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu HTML checker, its rules read once. */
final class HtmlChecker {

  private static final String HTML = "http://s.validator.nu/html5-rdfalite.rnc";

  private final List<String> found = new ArrayList<>();
  private final SimpleDocumentValidator validator = new SimpleDocumentValidator(true);

  HtmlChecker() throws Exception {
    ErrorHandler handler = new Collecting();
    validator.setUpMainSchema(HTML, handler);
    validator.setUpValidatorAndParsers(handler, false, false);
  }

  /**
   * @param name the page is called by in what was found
   * @return errors and warnings, each with its line
   */
  List<String> check(String name, String html) throws IOException, SAXException {
    found.clear();
    InputSource page = new InputSource(new StringReader(html));
    // as on a server: to a file, 'self' of the security policy would be nobody
    page.setSystemId("https://course.example/" + name);
    validator.checkHtmlInputSource(page);
    return List.copyOf(found);
  }

  private final class Collecting implements ErrorHandler {

    @Override
    public void warning(SAXParseException e) {
      add("warning", e);
    }

    @Override
    public void error(SAXParseException e) {
      add("error", e);
    }

    @Override
    public void fatalError(SAXParseException e) {
      add("error", e);
    }

    private void add(String kind, SAXParseException e) {
      found.add(e.getSystemId() + ":" + e.getLineNumber() + ": " + kind + ": " + e.getMessage());
    }
  }
}
