package dev.drydock.report.html;

import freemarker.core.Environment;
import freemarker.ext.util.WrapperTemplateModel;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code <@repeated of=record>…</@repeated>}: what is inside is made once for all records that are
 * equal. Most checks of a class's results are: the same check, passed in the same words. What is
 * inside must depend on the record alone.
 */
final class Repeated implements TemplateDirectiveModel {

  static final String NAME = "repeated";

  /** What is met often is met early. */
  private static final int MOST = 4_000;

  private final Map<Record, byte[]> made = new ConcurrentHashMap<>();

  @Override
  public void execute(
      Environment environment,
      @SuppressWarnings("rawtypes") Map parameters,
      TemplateModel[] loopVariables,
      @Nullable TemplateDirectiveBody body)
      throws TemplateException, IOException {
    if (body == null
        || !(environment.getOut() instanceof PageWriter out)
        || !(parameters.get("of") instanceof WrapperTemplateModel model)
        || !(model.getWrappedObject() instanceof Record of)) {
      throw new TemplateException(NAME + " is for what one record shows", environment);
    }
    byte[] before = made.get(of);
    if (before != null) {
      out.append(before);
      return;
    }
    int start = out.length();
    body.render(out);
    if (made.size() < MOST) {
      made.put(of, out.since(start));
    }
  }
}
