/** Is this record due, and which rule says so. Pure. May use: settings. */
@NullMarked
package kz.umyt.policy;

import org.jspecify.annotations.NullMarked;
