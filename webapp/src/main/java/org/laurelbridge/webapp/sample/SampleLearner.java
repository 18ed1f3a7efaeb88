package org.laurelbridge.webapp.sample;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A learner of the sample course, and how far they are.
 *
 * @param number from 0 on
 * @param name in the letters that its bearer writes it in
 */
record SampleLearner(int number, String name) {
    private static final List<String> NAMES = List.of(
            "Amira Haddad",
            "Björn Lindqvist",
            "Camila Fernández Ortiz",
            "Dai Nguyễn",
            "Elif Yılmaz",
            "Fatoumata Diallo",
            "Giulia Conti",
            "Haruka Satō",
            "Ingrid Sæther",
            "João Pereira",
            "Katarzyna Wójcik",
            "Liam O’Connor",
            "Mariam El-Sayed",
            "Nikos Papadopoulos",
            "Oksana Shevchenko",
            "Priya Raghunathan",
            "Quentin Dubois",
            "Rūta Kazlauskienė",
            "Sven Müller",
            "Thandiwe Nkosi",
            "Uxue Etxeberria",
            "Valentina Rossi-Bernasconi",
            "Wei Zhang",
            "يوسف منصور");

    /** All of them, in the order of their numbers. */
    static List<SampleLearner> all() {
        return IntStream.range(0, NAMES.size())
                .mapToObj(number -> new SampleLearner(number, NAMES.get(number)))
                .toList();
    }

    /** The id that the LMS knows them by. */
    String id() {
        return String.valueOf(101 + number);
    }

    String email() {
        return String.format(Locale.ROOT, "learner%02d@example.org", number + 1);
    }

    /** Of five labs; the first learner has two. */
    int labs() {
        return number == 0 ? 2 : number % 6;
    }

    /** The points of twenty in the cloud quiz. */
    int quizPoints() {
        return number == 0 ? 17 : 11 + (number * 7) % 10;
    }

    /** How many days ago they completed the course; negative when they have not. */
    int completedDaysAgo() {
        return switch (number % 4) {
            case 0 -> 25;
            case 1 -> 12;
            case 2 -> 45;
            default -> -1;
        };
    }

    /** Whether they sat the exam in time, a week after the course. */
    boolean satExam() {
        return completedDaysAgo() >= 0 && number % 3 != 0;
    }

    /** Whether they handed in the project. */
    boolean handedIn() {
        return number % 5 == 1;
    }

    /** How many days ago they were checked for fire safety, within the year; the first learner may renew it. */
    int checkedDaysAgo() {
        return number == 0 ? 320 : 40 + (number * 53) % 320;
    }

    /** How many days running they have practised, up to yesterday; the first learner as many as it takes. */
    int practisedDays() {
        return number == 0 ? 7 : number % 9;
    }
}
