package org.laurelbridge.xapi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long durations last, exactly (ISO 8601:2004 4.4.3.2, as 1.0.3 Data 4.6 has it). */
public final class Lengths {
    private static final String NUMBER = "([0-9]{1,9}(?:[.,][0-9]{1,30})?)";
    private static final Pattern PARTS = Pattern.compile("P(?:" + NUMBER + "Y)?(?:" + NUMBER + "M)?(?:" + NUMBER
            + "W)?(?:" + NUMBER + "D)?(?:T(?:" + NUMBER + "H)?(?:" + NUMBER + "M)?(?:" + NUMBER + "S)?)?");
    private static final long[] SECONDS = {0, 0, 604_800, 86_400, 3_600, 60, 1};

    private static final BigDecimal MOST = BigDecimal.valueOf(9_999);

    private Lengths() {}

    /**
     * Its seconds, cut to two decimals as they are compared (2.0 §4.2.7). Years and months are those that begin at {@code start}, in UTC; a day has 24 hours.
     *
     * @return null when the text is no duration, or has parts of years or months, or more than 9,999 of them, or numbers of more than nine digits
     */
    public static @Nullable BigDecimal seconds(String duration, Instant start) {
        Matcher parts = PARTS.matcher(IsoDuration.cut(duration));
        if (!IsoDuration.isValid(duration) || !parts.matches()) {
            return null;
        }
        BigDecimal years = number(parts, 1);
        BigDecimal months = number(parts, 2);
        if (!isUsable(years) || !isUsable(months)) {
            return null;
        }
        BigDecimal seconds = calendar(start, years.longValue(), months.longValue());
        for (int part = 3; part <= 7; part++) {
            seconds = seconds.add(number(parts, part).multiply(BigDecimal.valueOf(SECONDS[part - 1])));
        }
        return seconds;
    }

    private static BigDecimal calendar(Instant start, long years, long months) {
        ZonedDateTime from = start.atZone(ZoneOffset.UTC);
        ZonedDateTime to = from.plusYears(years).plusMonths(months);
        return BigDecimal.valueOf(to.toEpochSecond() - from.toEpochSecond());
    }

    private static boolean isUsable(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.compareTo(MOST) <= 0;
    }

    private static BigDecimal number(Matcher parts, int group) {
        String text = parts.group(group);
        return text == null ? BigDecimal.ZERO : new BigDecimal(text.replace(',', '.'));
    }
}
