package org.laurelbridge.webapp.command;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers always the same bytes: the limit that pages are held against. */
final class PlainAnswer extends HttpServlet {
    private final transient byte[] body;

    PlainAnswer(int size) {
        this.body = new byte[size];
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/octet-stream");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
