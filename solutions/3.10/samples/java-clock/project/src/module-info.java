/** Tells the time. What it requires is what its runtime has. */
module clock {
  requires jdk.httpserver;
}
