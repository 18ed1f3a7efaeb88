package org.laurelbridge.webapp.learner;

import jakarta.servlet.http.HttpServletRequest;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.webapp.admin.Sharer;
import org.laurelbridge.webapp.admin.SharingPage;
import org.laurelbridge.webapp.session.Sessions;

/** A learner chooses what others see of their own awards; those of others are not there. */
public record MySharing(Sessions sessions) implements Sharer {

    /** What others see of an award of mine. */
    public record Page(MyFrame frame, SharingPage sharing) {}

    @Override
    public String path() {
        return "/my/awards/";
    }

    @Override
    public boolean mayTouch(HttpServletRequest request, Award award) {
        return sessions.isLearner(request, award.person());
    }

    @Override
    public String template(boolean isHosted) {
        return isHosted ? "my/hosted.jte" : "my/sharing.jte";
    }

    @Override
    public Page framed(HttpServletRequest request, SharingPage page) {
        return new Page(MyFrame.of(request, sessions), page);
    }
}
