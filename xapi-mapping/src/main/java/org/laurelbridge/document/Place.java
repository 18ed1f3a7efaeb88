package org.laurelbridge.document;

/**
 * Where a value stands.
 *
 * @param file as given to the reader
 * @param line from 1
 * @param column from 1
 * @param path dotted from the top of the document, as {@code activities.quiz.match}; empty for the document itself
 */
public record Place(String file, int line, int column, String path) {

    Place key(String key, int keyLine, int keyColumn) {
        return new Place(file, keyLine, keyColumn, path.isEmpty() ? key : path + "." + key);
    }

    Place item(int index, int itemLine, int itemColumn) {
        return new Place(file, itemLine, itemColumn, path + "[" + index + "]");
    }

    /** {@code campus.yaml:12:5 (activities.quiz)}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + (path.isEmpty() ? "" : " (" + path + ")");
    }
}
