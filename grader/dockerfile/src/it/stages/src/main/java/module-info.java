/** Prints the stages of a Dockerfile. */
module org.example.stages {
  requires dev.drydock.dockerfile;
}
