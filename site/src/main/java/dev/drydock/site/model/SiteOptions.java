package dev.drydock.site.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * @param releaseSolutions whether the references are part of the site
 * @param lastUpdated shown on every page, null to say nothing; never taken from the clock here, so
 *     that two builds are the same
 * @param address under which the site will be served, for its sitemap; empty when unknown
 */
public record SiteOptions(
    boolean releaseSolutions, @Nullable LocalDate lastUpdated, String address) {

  public static final SiteOptions DEFAULT = new SiteOptions(false, null, "");

  public SiteOptions {
    if (!address.isEmpty() && !address.endsWith("/")) {
      address = address + "/";
    }
  }
}
