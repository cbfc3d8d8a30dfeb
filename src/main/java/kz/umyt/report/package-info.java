/**
 * Inventory, plan and Act as files that people and machines read. May use: discover, plan, ledger.
 */
@NullMarked
package kz.umyt.report;

import org.jspecify.annotations.NullMarked;
