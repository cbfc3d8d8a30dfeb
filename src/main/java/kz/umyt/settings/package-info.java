/** The YAML that people write, read strictly into immutable records. May use: nothing of ours. */
@NullMarked
package kz.umyt.settings;

import org.jspecify.annotations.NullMarked;
