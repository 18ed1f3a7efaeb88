package org.laurelbridge.webapp.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.laurelbridge.bridge.account.Role;
import org.laurelbridge.webapp.sample.SampleCourse;

/** Where somebody sits before a browser: hands tests a {@link Room}, with a context of the browser of its own. */
final class Room {
    private final SampleSite site;
    private final Browser browser;
    private BrowserContext context;
    private Page page;

    Room(SampleSite site, Browser browser) {
        this.site = site;
        this.browser = browser;
        context = browser.newContext();
        page = context.newPage();
    }

    /** One at another site, with the same browser; close it. */
    Room at(SampleSite other) {
        return new Room(other, browser);
    }

    SampleSite site() {
        return site;
    }

    Page page() {
        return page;
    }

    /** Opens a page of Laurel. */
    Page open(String path) {
        page.navigate(site.address() + path);
        return page;
    }

    /** Another person sits down, who is nobody yet; the browser asks in these languages. */
    Page fresh(Browser.NewContextOptions options) {
        leave();
        context = browser.newContext(options);
        page = context.newPage();
        return page;
    }

    /** A page of somebody else, who is nobody; close it, and they are gone. */
    Page stranger() {
        return browser.newPage();
    }

    /** Signs in by name and password, as somebody of this role. */
    Page signIn(Role role) {
        SampleCourse.Entry entry = site.entry(role);
        open("/sign-in");
        page.locator("input[name=name]").fill(entry.name());
        page.locator("input[name=password]").fill(entry.password());
        page.locator(
                        "form:has(input[name=password]) button[type=submit], form:has(input[name=password]) button:not([type])")
                .first()
                .click();
        // a click does not wait for what it leads to
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    void close() {
        leave();
    }

    /** Whoever left something unsaved is asked by the page whether to go; nobody is there to answer once the room is closed. */
    private void leave() {
        for (Page open : List.copyOf(context.pages())) {
            open.onDialog(Dialog::accept);
            open.navigate("about:blank");
        }
        context.close();
    }

    /** Gives tests their room. */
    static final class Extension implements ParameterResolver, AfterEachCallback {
        private static final Namespace HERE = Namespace.create(Room.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Room.class;
        }

        @Override
        public Room resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getStore(HERE).computeIfAbsent(Room.class, key -> made(test), Room.class);
        }

        // what is in the root store is closed when all tests are done
        private static Room made(ExtensionContext test) {
            ExtensionContext.Store all = test.getRoot().getStore(HERE);
            SampleSite site = all.computeIfAbsent(SampleSite.class, key -> site(), SampleSite.class);
            Chromium chromium = all.computeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
            return new Room(
                    Objects.requireNonNull(site),
                    Objects.requireNonNull(chromium).browser());
        }

        private static SampleSite site() {
            try {
                return new SampleSite();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void afterEach(ExtensionContext test) {
            Room room = test.getStore(HERE).get(Room.class, Room.class);
            if (room != null) {
                room.close();
            }
        }
    }
}
