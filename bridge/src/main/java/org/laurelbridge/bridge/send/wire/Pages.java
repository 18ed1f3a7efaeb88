package org.laurelbridge.bridge.send.wire;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.laurelbridge.bridge.send.Shelf.Item;
import org.laurelbridge.bridge.send.Shelf.Listing;
import org.laurelbridge.bridge.verify.key.Documents;
import tools.jackson.databind.JsonNode;

/** Reads a list page by page, ten of a hundred, each page once. */
public final class Pages {

    private static final int MOST_PAGES = 10;
    private static final int A_PAGE = 100;

    private final HostClient client;
    private final Function<JsonNode, List<Item>> items;

    /** @param items what a page holds */
    public Pages(HostClient client, Function<JsonNode, List<Item>> items) {
        this.client = client;
        this.items = items;
    }

    public Listing read(URI list, String token) {
        List<Item> all = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        URI page = at(list, 0);
        while (seen.size() < MOST_PAGES) {
            seen.add(page);
            Came came = client.read(page, token);
            if (!(came instanceof Came.Answered answered) || !answered.isGood()) {
                return came instanceof Came.Answered refused && refused.status() == 401
                        ? new Listing.TokenRefused(came.words())
                        : new Listing.Unreadable(came.words());
            }
            if (!(Documents.readList(answered.answer().text()) instanceof Documents.Read.Good good)) {
                return new Listing.Unreadable("the answer is not a list of badges as JSON");
            }
            List<Item> more = items.apply(good.object());
            all.addAll(more);
            Optional<URI> next =
                    next(list, answered, all.size(), more.isEmpty()).filter(one -> !seen.contains(one));
            if (next.isEmpty()) {
                return new Listing.Stands(all, true);
            }
            page = next.get();
        }
        return new Listing.Stands(all, false);
    }

    /** As the host links it; one that forgets to, but says how many there are, is asked for the rest. */
    private static Optional<URI> next(URI list, Came.Answered answered, int sofar, boolean isEmpty) {
        Optional<URI> linked = Links.next(answered.answer());
        boolean isMissing = linked.isEmpty() && !isEmpty && Links.total(answered.answer()) > sofar;
        return isMissing ? Optional.of(at(list, sofar)) : linked;
    }

    private static URI at(URI list, int offset) {
        return URI.create(list + "?limit=" + A_PAGE + "&offset=" + offset);
    }
}
