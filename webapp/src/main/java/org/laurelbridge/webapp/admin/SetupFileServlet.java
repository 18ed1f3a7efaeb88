package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.laurelbridge.bridge.moving.Moving;
import org.laurelbridge.bridge.moving.Setup;
import org.laurelbridge.bridge.moving.SetupWriter;

/** {@code /admin/moving/export}: what is set up here, as a file. */
public final class SetupFileServlet extends HttpServlet {
    private final transient Moving moving;

    public SetupFileServlet(Moving moving) {
        this.moving = moving;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Setup setup = moving.current(MovingDesk.parts(request.getParameterValues("part")));
        boolean isZip = SetupWriter.isZip(setup);
        response.setContentType(isZip ? "application/zip" : "application/yaml;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + SetupWriter.fileName(setup) + "\"");
        response.getOutputStream().write(SetupWriter.write(setup));
    }
}
