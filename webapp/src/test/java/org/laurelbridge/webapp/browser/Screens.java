package org.laurelbridge.webapp.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Pictures of pages: light, dark and on a phone. They are taken when {@code -Dlaurel.screens=FOLDER} asks for them. */
final class Screens {
    private static final Optional<Path> FOLDER =
            Optional.ofNullable(System.getProperty("laurel.screens")).map(Path::of);

    private static final List<String> AREAS = List.of("/my", "/teach", "/admin");
    private static final int TALLEST = 1_200;

    private Screens() {}

    /**
     * Of a page that several kinds of people find, those whose it is.
     *
     * @param area where the walk began
     * @param shape of the page's address, which its pictures are named by
     */
    static void take(Page page, String area, String shape) {
        boolean isOthers = AREAS.stream().anyMatch(one -> shape.startsWith(one) && !one.equals(area));
        FOLDER.filter(folder -> !isOthers).ifPresent(folder -> {
            String name = shape.replaceAll("[/?&]+", "-").replace("*", "one").replaceAll("^-|[-=]+$", "");
            String file = name.isEmpty() ? "home" : name;
            take(page, folder.resolve(file + "-light.png"), ColorScheme.LIGHT, 1_280);
            take(page, folder.resolve(file + "-dark.png"), ColorScheme.DARK, 1_280);
            take(page, folder.resolve(file + "-phone.png"), ColorScheme.LIGHT, 390);
        });
    }

    private static void take(Page page, Path file, ColorScheme scheme, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        page.setViewportSize(width, 860);
        int height = (int) page.evaluate("() => document.documentElement.scrollHeight");
        page.setViewportSize(width, Math.min(height, TALLEST));
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }
}
