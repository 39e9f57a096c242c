/** Prints the layers of an image and what is wasted in them. */
module org.example.layers {
  requires dev.drydock.image;
}
