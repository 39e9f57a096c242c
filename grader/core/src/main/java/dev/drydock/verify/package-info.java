/**
 * The authoring gate: whether an exercise is fit to be handed out. What its fixtures get is
 * compared with what they must get, and its folder is looked over.
 */
@NullMarked
package dev.drydock.verify;

import org.jspecify.annotations.NullMarked;
