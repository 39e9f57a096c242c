package dev.drydock.report.html;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/**
 * FreeMarker, set up so that a template cannot print unescaped text by mistake: every interpolation
 * is escaped whatever the template says, templates come from the class path only, no Java class can
 * be made or method called from one.
 *
 * <p>Models are maps and records of strings, numbers, lists and records. Markup that is already
 * HTML comes in as FreeMarker's own markup type, see {@link Markup}.
 */
public final class Templates {

  /** Folder of this package's own templates on the class path. */
  public static final String REPORT = "/dev/drydock/report/html";

  private final Configuration configuration;

  private Templates(Configuration configuration) {
    this.configuration = configuration;
  }

  /** Templates from folders of the class path, the first that has a name wins. */
  public static Templates from(String... folders) {
    TemplateLoader[] loaders =
        Arrays.stream(folders)
            .map(folder -> new ClassTemplateLoader(Templates.class, folder))
            .toArray(TemplateLoader[]::new);
    return new Templates(configuration(new MultiTemplateLoader(loaders)));
  }

  static Configuration configuration(TemplateLoader loader) {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_35);
    configuration.setTemplateLoader(loader);
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocale(Locale.ROOT);
    configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
    configuration.setNumberFormat("c");
    configuration.setBooleanFormat("c");
    // while standard extensions are recognised, .ftlh would bring its own, weaker policy
    configuration.setRecognizeStandardFileExtensions(false);
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setFallbackOnNullLoopVariable(false);
    configuration.setLocalizedLookup(false);
    configuration.setSharedVariable(Repeated.NAME, new Repeated());
    configuration.setObjectWrapper(new RecordWrapper(configuration.getIncompatibleImprovements()));
    return configuration;
  }

  /**
   * Fill a template.
   *
   * @throws IllegalStateException when the template and the model do not fit: a defect of ours
   */
  public String render(String name, Map<String, ?> model) {
    PageWriter out = new PageWriter();
    render(name, model, out);
    return out.toString();
  }

  /**
   * Fill a template, straight to where it goes.
   *
   * @throws IllegalStateException when the template and the model do not fit: a defect of ours
   */
  public void render(String name, Map<String, ?> model, PageWriter out) {
    try {
      configuration.getTemplate(name).process(model, out);
    } catch (TemplateException | IOException e) {
      throw new IllegalStateException("template " + name + ": " + e.getMessage(), e);
    }
  }
}
