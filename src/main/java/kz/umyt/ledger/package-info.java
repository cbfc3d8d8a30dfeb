/** Append-only, hash-chained record of everything the tool did. May use: settings. */
@NullMarked
package kz.umyt.ledger;

import org.jspecify.annotations.NullMarked;
