package org.laurelbridge.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.laurelbridge.bridge.deliver.OwnGrades;
import org.laurelbridge.bridge.deliver.OwnGrades.Grade;
import org.laurelbridge.bridge.deliver.Samples;
import org.laurelbridge.bridge.record.PersonId;

class OwnGradeStoreTest {

    private static Grade grade(String badge, PersonId person, int number, String points) {
        return new Grade(
                badge,
                person,
                Samples.AWARD,
                new BigDecimal(points),
                new BigDecimal("100"),
                "remark " + number,
                Samples.EARNED.plusSeconds(number));
    }

    @OnEveryDatabase
    void save_isFoundAsItWas(Database database) {
        OwnGrades grades = new OwnGradeStore(database);
        Grade grade = grade("b", Samples.ADA, 1, "79.990");
        grades.save(grade);
        grades.save(grade);

        assertThat(grades.find("b", Samples.ADA)).contains(grade);
        assertThat(grades.find("c", Samples.ADA)).isEmpty();
    }

    @OnEveryDatabase
    void save_inAnyOrder_leavesTheNewest(Database database) {
        OwnGrades grades = new OwnGradeStore(database);
        List<Integer> numbers = IntStream.rangeClosed(1, 9).boxed().collect(Collectors.toList());
        Collections.rotate(numbers, 4);
        numbers.forEach(number -> grades.save(grade("b", Samples.ADA, number, Integer.toString(number))));

        assertThat(grades.find("b", Samples.ADA)).contains(grade("b", Samples.ADA, 9, "9"));
    }

    @OnEveryDatabase
    void list_pagesByBadgeAndPerson(Database database) {
        OwnGrades grades = new OwnGradeStore(database);
        PersonId grace = new PersonId(UUID.fromString("f0000000-0000-4000-8000-000000000000"));
        grades.save(grade("b", grace, 1, "1"));
        grades.save(grade("b", Samples.ADA, 1, "2"));
        grades.save(grade("a", grace, 1, "3"));

        List<Grade> first =
                grades.list(null, null, 2).stream().map(OwnGrades.Entry::grade).toList();
        List<Grade> second = grades.list(null, first.get(1), 2).stream()
                .map(OwnGrades.Entry::grade)
                .toList();

        assertThat(first).extracting(Grade::badge).containsExactly("a", "b");
        assertThat(second).extracting(Grade::person).containsExactly(grace);
        assertThat(grades.list("a", null, 9)).hasSize(1);
    }

    @OnEveryDatabase
    void list_tellsTheLearnersName(Database database) {
        OwnGrades grades = new OwnGradeStore(database);
        database.change(handle -> handle.createUpdate("insert into person (id, name, created) values (:id, 'Ada', 0)")
                .bind("id", Samples.ADA.value())
                .execute());
        grades.save(grade("b", Samples.ADA, 1, "1"));

        assertThat(grades.list(null, null, 2)).extracting(OwnGrades.Entry::name).containsExactly("Ada");
    }
}
