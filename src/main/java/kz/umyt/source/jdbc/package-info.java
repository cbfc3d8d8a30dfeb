/** Databases over JDBC: connections, dialects, catalogue. May use: settings. */
@NullMarked
package kz.umyt.source.jdbc;

import org.jspecify.annotations.NullMarked;
