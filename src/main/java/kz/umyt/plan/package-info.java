/** What a run would do, before it does it. May use: source, policy, discover, ledger. */
@NullMarked
package kz.umyt.plan;

import org.jspecify.annotations.NullMarked;
