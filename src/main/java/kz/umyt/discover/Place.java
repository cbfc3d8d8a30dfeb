package kz.umyt.discover;

/**
 * One column of one table or file.
 *
 * @param table schema and table, or the file's path below the source's folder
 */
public record Place(String source, String table, String column) {}
