package org.laurelbridge.webapp.teach;

/**
 * The board of a class, for who teaches it.
 *
 * @param path of the class
 * @param here where it is switched
 */
public record BoardPage(TeachFrame frame, String course, String path, String here, boolean isOn, Board board) {}
