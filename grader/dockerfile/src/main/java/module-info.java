/** The Dockerfile and {@code .dockerignore}, read as the builder reads them. */
module dev.drydock.dockerfile {
  requires static transitive org.jspecify;

  exports dev.drydock.dockerfile;
  exports dev.drydock.dockerfile.instruction;
  exports dev.drydock.dockerfile.source;
  exports dev.drydock.dockerfile.stage;
  exports dev.drydock.dockerignore;
}
