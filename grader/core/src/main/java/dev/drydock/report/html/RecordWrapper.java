package dev.drydock.report.html;

import freemarker.ext.util.WrapperTemplateModel;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.Version;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What templates see of Java: texts, numbers, collections, and of records their components. Objects
 * of any other kind, and methods, do not exist for them.
 */
final class RecordWrapper extends DefaultObjectWrapper {

  private static final ClassValue<Map<String, Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .collect(Collectors.toUnmodifiableMap(RecordComponent::getName, RecordWrapper::open));
        }
      };

  RecordWrapper(Version version) {
    super(version);
    writeProtect();
  }

  /** Without this each of the million calls would look up who calls and whether it may. */
  private static Method open(RecordComponent component) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    return accessor;
  }

  @Override
  protected TemplateModel handleUnknownType(Object object) throws TemplateModelException {
    if (object instanceof Record instance) {
      return new RecordModel(instance, ACCESSORS.get(instance.getClass()));
    }
    throw new TemplateModelException("templates do not see a " + object.getClass().getName());
  }

  private final class RecordModel implements TemplateHashModel, WrapperTemplateModel {

    private final Record instance;
    private final Map<String, Method> accessors;

    RecordModel(Record instance, Map<String, Method> accessors) {
      this.instance = instance;
      this.accessors = accessors;
    }

    @Override
    public @Nullable TemplateModel get(String name) throws TemplateModelException {
      Method accessor = accessors.get(name);
      if (accessor == null) {
        return null;
      }
      try {
        return wrap(accessor.invoke(instance));
      } catch (ReflectiveOperationException e) {
        throw new TemplateModelException(name + " of " + instance.getClass().getName(), e);
      }
    }

    @Override
    public Object getWrappedObject() {
      return instance;
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }
}
