/** One value to a safe value. Pure. May use: settings, recognize. */
@NullMarked
package kz.umyt.anonymize;

import org.jspecify.annotations.NullMarked;
