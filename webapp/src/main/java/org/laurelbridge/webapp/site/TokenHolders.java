package org.laurelbridge.webapp.site;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.laurelbridge.bridge.secret.AccessTokens;
import org.laurelbridge.webapp.session.Administrators;

/** The holders of administrators' tokens. Tokens are few, so all are looked through. */
final class TokenHolders implements Administrators {
    private static final String ADMINISTRATOR = "administrator";

    private final AccessTokens tokens;

    TokenHolders(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Optional<UUID> find(String token) {
        return tokens.find(token).filter(TokenHolders::isAdministrator).map(TokenHolders::mark);
    }

    @Override
    public Optional<String> holder(UUID mark) {
        return tokens.list().stream()
                .filter(TokenHolders::isAdministrator)
                .filter(holder -> mark(holder).equals(mark))
                .map(AccessTokens.Holder::name)
                .findFirst();
    }

    private static boolean isAdministrator(AccessTokens.Holder holder) {
        return holder.role().equals(ADMINISTRATOR);
    }

    private static UUID mark(AccessTokens.Holder holder) {
        String who = holder.created() + " " + holder.name();
        return UUID.nameUUIDFromBytes(who.getBytes(StandardCharsets.UTF_8));
    }
}
