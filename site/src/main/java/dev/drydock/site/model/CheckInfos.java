package dev.drydock.site.model;

import dev.drydock.check.CheckTexts;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The checks as the site lists them: ids and names of {@code checks/list.yaml}, in its order, with
 * the grader's own titles and requirements, so that a page and a message call a check the same.
 */
public final class CheckInfos {

  private static final String FILE = "checks/list.yaml";

  private CheckInfos() {}

  public static List<CheckInfo> of(Content content) {
    CheckTexts texts = CheckTexts.bundled();
    return read(content).stream()
        .map(
            info ->
                texts.ids().contains(info.id())
                    ? new CheckInfo(
                        info.id(),
                        info.name(),
                        texts.of(info.id()).title(),
                        texts.of(info.id()).requirement())
                    : info)
        .toList();
  }

  private static List<CheckInfo> read(Content content) {
    try {
      return new YAMLMapper()
          .readValue(content.required(FILE), new TypeReference<List<CheckInfo>>() {});
    } catch (JacksonException e) {
      throw new ContentException(FILE, e.getOriginalMessage());
    }
  }
}
