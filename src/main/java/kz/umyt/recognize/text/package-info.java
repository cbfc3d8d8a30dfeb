/** Text as recognition sees it: folded, cut into words, with the way back to the original. */
@NullMarked
package kz.umyt.recognize.text;

import org.jspecify.annotations.NullMarked;
