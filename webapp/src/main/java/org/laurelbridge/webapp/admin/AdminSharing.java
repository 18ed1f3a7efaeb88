package org.laurelbridge.webapp.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import org.laurelbridge.bridge.award.Award;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.webapp.session.Sessions;

/** An administrator chooses for a learner, as they asked. */
public record AdminSharing(Awards awards, People people, Sessions sessions, InstantSource clock) implements Sharer {

    /**
     * What others see of an award.
     *
     * @param holder the name of its learner
     */
    public record Page(Frame frame, String holder, SharingPage sharing) {}

    @Override
    public String path() {
        return "/admin/awards/";
    }

    @Override
    public boolean mayTouch(HttpServletRequest request, Award award) {
        return true;
    }

    @Override
    public String template(boolean isHosted) {
        return isHosted ? "admin/hosted.jte" : "admin/sharing.jte";
    }

    @Override
    public Page framed(HttpServletRequest request, SharingPage page) {
        String holder = Holders.of(people, List.of(page.award())).name(page.award());
        return new Page(Frame.of(request, sessions, clock.instant()), holder, page);
    }
}
