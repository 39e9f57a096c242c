/** What the site is made of and made into: the workbook, its texts, pages and links. */
@NullMarked
package dev.drydock.site.model;

import org.jspecify.annotations.NullMarked;
