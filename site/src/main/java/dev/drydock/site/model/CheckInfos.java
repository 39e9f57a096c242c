package dev.drydock.site.model;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The checks as the content folder lists them ({@code checks/list.yaml}). */
public final class CheckInfos {

  private static final String FILE = "checks/list.yaml";

  private CheckInfos() {}

  public static List<CheckInfo> of(Content content) {
    try {
      return new YAMLMapper()
          .readValue(content.required(FILE), new TypeReference<List<CheckInfo>>() {});
    } catch (JacksonException e) {
      throw new ContentException(FILE, e.getOriginalMessage());
    }
  }
}
