package org.laurelbridge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may know what. The order of the story is written here, once. */
class ArchitectureTest {

    /** A stage may use what stands before it, never what stands after it. */
    private static final List<String> STORY = List.of(
            "words",
            "xapi",
            "document",
            "mapping",
            "rule",
            "decide",
            "build",
            "bridge.audit",
            "bridge.secret",
            "bridge.lrs",
            "bridge.listen",
            "bridge.record",
            "bridge.account",
            "bridge.map",
            "bridge.award",
            "bridge.issue",
            "bridge.grant",
            "bridge.fetch",
            "bridge.deliver",
            "bridge.verify",
            "bridge.lti",
            "bridge.run",
            "bridge.roster",
            "bridge.backpack",
            "bridge.send",
            "bridge.subject",
            "bridge.health",
            "bridge.moving",
            "bridge.store",
            "bridge.config",
            "bridge",
            "webapp");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludePackageInfos())
            .withImportOption(location -> !location.contains("jte"))
            // the doubles of the bridge come as a jar of their own when all is packaged
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.laurelbridge");

    static IntStream stages() {
        return IntStream.range(0, STORY.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("stages")
    void stage_knowsNoLaterStage(int stage) {
        String[] later = STORY.subList(stage + 1, STORY.size()).stream()
                .map(name -> name.equals("bridge") ? "org.laurelbridge.bridge" : "org.laurelbridge." + name + "..")
                .toArray(String[]::new);
        String own = STORY.get(stage).equals("bridge")
                ? "org.laurelbridge.bridge"
                : "org.laurelbridge." + STORY.get(stage) + "..";
        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later)
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void everyPackage_hasItsPlaceInTheStory() {
        classes()
                .that()
                .resideInAPackage("org.laurelbridge..")
                .should()
                .resideInAnyPackage(STORY.stream()
                        .map(name -> "org.laurelbridge." + name + "..")
                        .toArray(String[]::new))
                .check(OURS);
    }

    @Test
    void mapping_isPure() {
        classes()
                .that()
                .resideInAnyPackage(
                        "org.laurelbridge.words..",
                        "..laurelbridge.xapi..",
                        "..document..",
                        "..mapping..",
                        "..rule..",
                        "..decide..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.laurelbridge.words..",
                        "org.laurelbridge.xapi..",
                        "org.laurelbridge.document..",
                        "org.laurelbridge.mapping..",
                        "org.laurelbridge.rule..",
                        "org.laurelbridge.decide..",
                        "java.io",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.math..",
                        "java.net",
                        "java.nio..",
                        "java.security..",
                        "java.text",
                        "org.jspecify..",
                        "tools.jackson..")
                .check(OURS);
    }

    @Test
    void sql_isInStoreAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..bridge.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "com.zaxxer..", "org.flywaydb..")
                .check(OURS);
    }

    @Test
    void http_isCalledByAdaptersAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..bridge.lrs..",
                        "..bridge.deliver.*..",
                        "..bridge.fetch..",
                        "..webapp.command..",
                        "..webapp.sample..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "gov.adlnet..", "org.eclipse.jetty.client..")
                .check(OURS);
    }

    @Test
    void servlets_areInWebappAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..webapp..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "org.eclipse.jetty.server..", "org.eclipse.jetty.ee11..")
                .check(OURS);
    }

    @Test
    void stages_haveNoCycles() {
        slices().matching("org.laurelbridge.(**)").should().beFreeOfCycles().check(OURS);
    }
}
