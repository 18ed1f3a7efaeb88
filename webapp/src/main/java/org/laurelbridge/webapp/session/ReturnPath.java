package org.laurelbridge.webapp.session;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody wanted to go before they had to sign in: a page of ours and nothing else. */
public final class ReturnPath {
    private static final int LONGEST = 2_000;
    private static final String SIGN_IN = "/sign-in";
    // begins a way in, with what only a page of ours hands to it
    private static final String LOGIN = "/lti/login";

    // what RFC 3986 §3.3 and §3.4 allow, without empty segments: a browser reads "//host" and "/\host" as another site,
    // and drops
    // tabs and line ends before it looks
    private static final Pattern OURS =
            Pattern.compile("/(?:[\\w.~!$&'()*+,;=:@%-]+/?)*(?:\\?[\\w.~!$&'()*+,;=:@%/?-]*)?", Pattern.UNICODE_CASE);
    // segments that a server or a browser takes away, also when they are escaped
    private static final Pattern DOTS =
            Pattern.compile("/(?:\\.|%2e){1,2}(?:[/?].*)?$|/(?:\\.|%2e){1,2}/", Pattern.CASE_INSENSITIVE);

    private ReturnPath() {}

    /** The same path and query when it is one of our pages. */
    public static Optional<String> of(@Nullable String asked) {
        return Optional.ofNullable(asked).filter(ReturnPath::isOurs);
    }

    private static boolean isOurs(String asked) {
        String path = asked.replaceFirst("\\?.*", "");
        return asked.length() <= LONGEST
                && OURS.matcher(asked).matches()
                && !DOTS.matcher(path).find()
                && !path.equals(SIGN_IN)
                && !path.equals(LOGIN)
                && !path.startsWith(SIGN_IN + "/");
    }

    /** The address of the page where somebody signs in who asks for this. */
    public static String signIn(HttpServletRequest request) {
        String query = request.getQueryString();
        String asked = request.getRequestURI() + (query == null ? "" : "?" + query);
        return SIGN_IN + of(asked).map(path -> "?to=" + encoded(path)).orElse("");
    }

    /** As it stands in a query. */
    public static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
