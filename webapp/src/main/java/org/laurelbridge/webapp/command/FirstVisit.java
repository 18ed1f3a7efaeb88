package org.laurelbridge.webapp.command;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a first visit to a page brings over the wire: the page and all that it loads by itself, each once. */
final class FirstVisit {
    private static final Pattern LOADED = Pattern.compile("<(?:link|script|img)\\b[^>]*>");
    private static final Pattern ADDRESS = Pattern.compile("\\s(?:href|src)=\"(/[^\"#]*)\"");
    /** Pictures that wait until they come near: so many of a wall are, as Chromium loads them in a window of 1,440 by 900. */
    private static final int NEAR = 52;

    private final Map<String, Long> known = new HashMap<>();

    /** Bytes of it all, headers too. */
    long bytes(PageReader reader, PageReader.Answer page) throws InterruptedException {
        long sum = page.wire();
        for (String path : loaded(page.text())) {
            Long size = known.get(path);
            if (size == null) {
                size = reader.ask(path).wire();
                known.put(path, size);
            }
            sum += size;
        }
        return sum;
    }

    private static Set<String> loaded(String html) {
        Set<String> paths = new LinkedHashSet<>();
        int pictures = 0;
        Matcher element = LOADED.matcher(html);
        while (element.find()) {
            Matcher address = ADDRESS.matcher(element.group());
            pictures += element.group().startsWith("<img") ? 1 : 0;
            boolean isLater = element.group().contains("loading=\"lazy\"") && pictures > NEAR;
            if (address.find() && !isLater) {
                paths.add(address.group(1).replace("&amp;", "&"));
            }
        }
        return paths;
    }
}
