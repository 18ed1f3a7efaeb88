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
    /** Pictures that wait until they come near: so many are near at once. */
    private static final int NEAR = 24;

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
        int near = 0;
        Matcher element = LOADED.matcher(html);
        while (element.find()) {
            Matcher address = ADDRESS.matcher(element.group());
            boolean isLazy = element.group().contains("loading=\"lazy\"");
            if (address.find() && (!isLazy || near < NEAR) && paths.add(address.group(1).replace("&amp;", "&"))) {
                near += isLazy ? 1 : 0;
            }
        }
        return paths;
    }
}
