package org.laurelbridge.webapp.admin;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.laurelbridge.bridge.account.Account;
import org.laurelbridge.bridge.account.Accounts;
import org.laurelbridge.bridge.award.Awards;
import org.laurelbridge.bridge.lti.LtiPlatforms;
import org.laurelbridge.bridge.map.RuleBook;
import org.laurelbridge.bridge.record.People;
import org.laurelbridge.webapp.words.Words;

/** What things are called, for pages that know them by their ids. */
public record Names(People people, Awards awards, Accounts accounts, RuleBook rules, LtiPlatforms platforms) {

    /** A badge's title in the reader's language; its id when it is in force no more. */
    String title(String badge, Words words) {
        return rules.current().find(badge).map(words::title).orElse(badge);
    }

    /** The audit log's subjects that are badges with this in their titles. */
    Set<String> called(String part, Words words) {
        String sought = part.toLowerCase(Locale.ROOT);
        return rules.current().badges().stream()
                .filter(badge -> words.title(badge).toLowerCase(Locale.ROOT).contains(sought)
                        || badge.title().toLowerCase(Locale.ROOT).contains(sought))
                .map(badge -> "badge/" + badge.id())
                .collect(Collectors.toSet());
    }

    /** Empty when there is no such account, or it has no name. */
    String account(String id) {
        return Paging.uuid(id).flatMap(accounts::find).map(Account::name).orElse("");
    }
}
