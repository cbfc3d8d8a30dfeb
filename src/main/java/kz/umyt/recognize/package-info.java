/** One value and its column name to scored findings. Pure, linear time. May use: settings. */
@NullMarked
package kz.umyt.recognize;

import org.jspecify.annotations.NullMarked;
