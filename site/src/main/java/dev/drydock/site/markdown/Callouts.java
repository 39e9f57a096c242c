package dev.drydock.site.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/** Turns marked block quotes into {@link Callout}s. */
final class Callouts implements PostProcessor {

  private static final Pattern MARKER = Pattern.compile("\\[!(NOTE|WARNING|HINT)\\]\\s*(.*)");

  @Override
  public Node process(Node document) {
    List<BlockQuote> quotes = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(BlockQuote quote) {
            quotes.add(quote);
            visitChildren(quote);
          }
        });
    quotes.forEach(Callouts::convert);
    return document;
  }

  private static void convert(BlockQuote quote) {
    if (!(quote.getFirstChild() instanceof Paragraph paragraph)
        || !(paragraph.getFirstChild() instanceof Text first)) {
      return;
    }
    Matcher marker = MARKER.matcher(first.getLiteral());
    if (!marker.matches()) {
      return;
    }
    String title = marker.group(2) + unlinkFirstLine(first);
    Callout callout = new Callout(Callout.Kind.valueOf(marker.group(1)), title.strip());
    if (paragraph.getFirstChild() == null) {
      paragraph.unlink();
    }
    moveChildren(quote, callout);
    quote.insertBefore(callout);
    quote.unlink();
  }

  /** Take the marker's line away and return the text behind its first node. */
  private static String unlinkFirstLine(Node first) {
    StringBuilder rest = new StringBuilder();
    Node node = first.getNext();
    first.unlink();
    while (node != null) {
      Node next = node.getNext();
      node.unlink();
      if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
        break;
      }
      rest.append(PlainText.of(node));
      node = next;
    }
    return rest.toString();
  }

  private static void moveChildren(Node from, Node to) {
    Node child = from.getFirstChild();
    while (child != null) {
      Node next = child.getNext();
      to.appendChild(child);
      child = next;
    }
  }
}
