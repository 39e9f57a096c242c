/** What is in a container image, read from its archive. */
module dev.drydock.image {
  requires static transitive org.jspecify;
  requires com.github.luben.zstd_jni;
  requires org.apache.commons.compress;
  requires tools.jackson.databind;

  exports dev.drydock.image;
  exports dev.drydock.image.anatomy;
  exports dev.drydock.image.request;

  opens dev.drydock.image.archive to
      tools.jackson.databind;
}
