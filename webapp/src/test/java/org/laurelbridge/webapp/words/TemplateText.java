package org.laurelbridge.webapp.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What readers see of a template that no catalog says: a small reader of jte, enough for ours. */
final class TemplateText {
    private static final Pattern UNSEEN =
            Pattern.compile("(?s)<%--.*?--%>|<style>.*?</style>|(?m)^@(?:import|param) [^\\n]*");
    private static final Pattern CODE = Pattern.compile("(?:\\$unsafe|[$!])\\{|@(if|elseif|for|template)?[\\w.-]*\\(?");
    private static final Pattern TAG = Pattern.compile("<[/!a-zA-Z][^<>]*>");
    private static final Pattern SEEN_ATTRIBUTE =
            Pattern.compile("\\b(?:title|alt|aria-label|placeholder|data-label|label)=\"([^\"]*)\"");
    private static final Pattern BUTTON = Pattern.compile("type=\"(?:submit|button)\"[^>]*\\bvalue=\"([^\"]*)\"");
    private static final Pattern SEEN_CODE =
            Pattern.compile("\\b(?:title|alt|aria-label|placeholder|data-label|label)=\"[^\"]*$");
    private static final Pattern KEY = Pattern.compile("\\.[a-z]+|[a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+\\.?");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    // the product's own name, and what is written alike everywhere
    private static final Set<String> NAMES = Set.of(
            "Laurel",
            "· Laurel",
            "https://backpack.example.org",
            "https://…",
            "badge/k8s-quiz",
            "SFIA 9",
            "https://lrs.example.org/xapi",
            // as they stand in Moodle, in English
            "Site administration › Plugins › Activity modules › External tool › Manage tools",
            "Tool URL",
            "Add LTI Advantage",
            "Activate",
            "External tool",
            "More › LTI External tools");

    private final String template;
    private final List<String> found = new ArrayList<>();
    private int at;

    private TemplateText(String template) {
        this.template = template;
    }

    /** Every text that is not asked of a catalog. */
    static List<String> words(String template) {
        TemplateText text = new TemplateText(UNSEEN.matcher(template).replaceAll(""));
        text.markup();
        return List.copyOf(text.found);
    }

    /** To the end, or to the backtick that ends it. */
    private void markup() {
        StringBuilder seen = new StringBuilder();
        Matcher code = CODE.matcher(template);
        while (at < template.length() && template.charAt(at) != '`') {
            code.region(at, template.length());
            if (!code.lookingAt()) {
                seen.append(template.charAt(at++));
                continue;
            }
            at = code.end();
            char last = template.charAt(at - 1);
            if (last == '{' || last == '(') {
                boolean isInTag = seen.lastIndexOf("<") > seen.lastIndexOf(">");
                boolean isSeen = !isInTag || SEEN_CODE.matcher(seen).find();
                boolean isCondition = code.group().startsWith("!")
                        || code.group(1) != null && !code.group(1).equals("template");
                code(last, isSeen && !isCondition, last == '(');
            }
            seen.append(' ');
        }
        at++;
        read(seen.toString());
    }

    /** To the bracket that ends it. */
    private void code(char open, boolean isSeen, boolean isCall) {
        char close = open == '{' ? '}' : ')';
        int depth = 1;
        for (; at < template.length() && depth > 0; at++) {
            char one = template.charAt(at);
            if (one == '"') {
                int end = template.indexOf('"', at + 1);
                String text = template.substring(at + 1, end);
                // a call hands on names of fields, which are small words
                boolean isCompared = template.startsWith("equals(", Math.max(0, at - 7));
                if (isSeen && !isCompared && !(isCall && text.matches("[a-z-]+"))) {
                    add(text);
                }
                at = end;
            } else if (one == '`') {
                at++;
                markup();
                at--;
            } else {
                depth += one == open ? 1 : one == close ? -1 : 0;
            }
        }
    }

    private void read(String markup) {
        Matcher tag = TAG.matcher(markup);
        int from = 0;
        for (; tag.find(); from = tag.end()) {
            add(markup.substring(from, tag.start()));
            SEEN_ATTRIBUTE.matcher(tag.group()).results().forEach(one -> add(one.group(1)));
            BUTTON.matcher(tag.group()).results().forEach(one -> add(one.group(1)));
        }
        add(markup.substring(from));
    }

    private void add(String text) {
        String bare = text.replaceAll("&\\w+;|\\s+", " ").strip();
        if (LETTERS.matcher(bare).find() && !KEY.matcher(bare).matches() && !NAMES.contains(bare)) {
            found.add(bare);
        }
    }
}
