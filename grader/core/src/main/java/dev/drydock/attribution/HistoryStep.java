package dev.drydock.attribution;

import dev.drydock.image.anatomy.HistoryEntry;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of an image's history, read in the dialects of both builders:
 *
 * <pre>{@code
 * RUN |1 TOKEN=abc /bin/sh -c npm ci # buildkit
 * COPY --chown=1000:1000 /out /app # buildkit
 * WORKDIR /app
 * |1 TOKEN=abc /bin/sh -c npm ci
 * /bin/sh -c #(nop) COPY file:6b9abd32… in /app
 * /bin/sh -c #(nop)  ENV A=1
 * }</pre>
 *
 * @param keyword of the instruction that made it, empty when unknown
 * @param text what follows the keyword, blanks collapsed; for a RUN, including the shell
 */
record HistoryStep(String keyword, String text) {

  private static final Set<String> KEYWORDS =
      Set.of(
          "ADD",
          "ARG",
          "CMD",
          "COPY",
          "ENTRYPOINT",
          "ENV",
          "EXPOSE",
          "HEALTHCHECK",
          "LABEL",
          "MAINTAINER",
          "ONBUILD",
          "RUN",
          "SHELL",
          "STOPSIGNAL",
          "USER",
          "VOLUME",
          "WORKDIR");
  private static final String NO_OPERATION = "#(nop)";
  private static final Pattern BUILDKIT_END = Pattern.compile("\\s*# buildkit$");
  private static final Pattern ARGUMENTS = Pattern.compile("^\\|\\d+ ");
  private static final Pattern SHELL =
      Pattern.compile("(?:^|\\s)(/bin/(?:ba|da|a)?sh -\\S*c)\\s+(.*)", Pattern.DOTALL);

  static HistoryStep of(HistoryEntry entry) {
    String line = BUILDKIT_END.matcher(entry.createdBy()).replaceFirst("");
    int nop = line.indexOf(NO_OPERATION);
    String written = (nop < 0 ? line : line.substring(nop + NO_OPERATION.length())).strip();
    int space = CollapsedText.firstBlank(written);
    String first = written.substring(0, space);
    if (KEYWORDS.contains(first)) {
      return new HistoryStep(first, CollapsedText.collapsed(written.substring(space)));
    }
    boolean unknown = nop >= 0 || written.isEmpty();
    return new HistoryStep(unknown ? "" : "RUN", CollapsedText.collapsed(written));
  }

  /** Whether the text says where files go: {@code COPY dir:aa in /app}. */
  boolean isClassicTransfer() {
    return text.matches("(--\\S+ )*(file|dir|multi):[0-9a-f]+ in .*");
  }

  /** Last word: the destination of a COPY or ADD. */
  String lastWord() {
    return text.substring(text.lastIndexOf(' ') + 1);
  }

  /** The step as a person writes it: without arguments and shell, with short digests. */
  String shown() {
    String shown = text;
    if (keyword.equals("RUN")) {
      Matcher shell = SHELL.matcher(shown);
      if (shell.find()) {
        shown = shell.group(2);
      } else {
        shown = ARGUMENTS.matcher(shown).replaceFirst("");
      }
    } else if (isClassicTransfer()) {
      shown = shown.replaceFirst("(file|dir|multi):[0-9a-f]+ in ", "… ");
    }
    return keyword.isEmpty() ? shown : keyword + " " + shown;
  }
}
