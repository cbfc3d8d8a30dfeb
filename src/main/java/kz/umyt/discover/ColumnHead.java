package kz.umyt.discover;

/**
 * What is known of a column before any of its cells.
 *
 * @param type as the inventory shows it
 * @param nullable false only where the engine forbids NULL
 * @param reading how its cells come; numbers have lost their leading zeros
 */
record ColumnHead(String name, String type, boolean nullable, ColumnReading reading) {

  boolean isNumber() {
    return reading == ColumnReading.NUMBER;
  }

  boolean isDate() {
    return reading == ColumnReading.DATE;
  }
}
