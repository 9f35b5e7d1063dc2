package dev.buildlog;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;

/** The layers of docs/design.md: who may call whom. */
@AnalyzeClasses(packages = "dev.buildlog", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] PURE = {"..buildlog.journal..", "..buildlog.extract..", "..buildlog.curate..",
        "..buildlog.learn..", "..buildlog.review..", "..buildlog.render..", "..buildlog.emission..", "..buildlog.evaluate..", "..buildlog.seed..",
        "..buildlog.consult..", "..buildlog.setup.."};

    private static final String[] ABOVE_PURE = {"..buildlog.ledger..", "..buildlog.models..", "..buildlog.pipeline..",
        "..buildlog.api..", "..buildlog.cli.."};

    @ArchTest
    static final ArchRule THE_MODEL_KNOWS_NOBODY = noClasses().that().resideInAPackage("..buildlog.model..")
            .should().dependOnClassesThat(resideInAnyPackage("dev.buildlog..").and(
                    not(resideInAnyPackage("..buildlog.model.."))));

    @ArchTest
    static final ArchRule FILES_KNOW_NOBODY = noClasses().that().resideInAPackage("..buildlog.files..")
            .should().dependOnClassesThat(resideInAnyPackage("dev.buildlog..").and(
                    not(resideInAnyPackage("..buildlog.files.."))));

    @ArchTest
    static final ArchRule PURE_PACKAGES_KNOW_NOTHING_ABOVE_THEM = noClasses().that().resideInAnyPackage(PURE)
            .or().resideInAPackage("..buildlog.config..")
            .should().dependOnClassesThat().resideInAnyPackage(ABOVE_PURE);

    @ArchTest
    static final ArchRule LEDGER_AND_MODELS_KNOW_NOTHING_ABOVE_THEM = noClasses()
            .that().resideInAnyPackage("..buildlog.ledger..", "..buildlog.models..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("..buildlog.pipeline..", "..buildlog.api..", "..buildlog.cli..");

    @ArchTest
    static final ArchRule THE_PIPELINE_KNOWS_NO_FRONT_DOOR = noClasses().that().resideInAPackage("..buildlog.pipeline..")
            .should().dependOnClassesThat().resideInAnyPackage("..buildlog.api..", "..buildlog.cli..");

    @ArchTest
    static final ArchRule HTTP_AND_COMMANDS_DO_NOT_KNOW_EACH_OTHER = noClasses().that().resideInAPackage("..buildlog.api..")
            .should().dependOnClassesThat().resideInAPackage("..buildlog.cli..");

    @ArchTest
    static final ArchRule VALIDATION_KNOWS_THE_MODEL_ONLY = noClasses().that().resideInAPackage("..pipeline.validate..")
            .should().dependOnClassesThat(resideInAnyPackage("dev.buildlog..").and(
                    not(
                            resideInAnyPackage("..pipeline.validate..", "..buildlog.model.."))));

    @ArchTest
    static final ArchRule CAMEL_STAYS_IN_THE_PIPELINE = noClasses().that().resideOutsideOfPackage("..buildlog.pipeline..")
            .should().dependOnClassesThat().resideInAnyPackage("org.apache.camel..", "io.vertx..");

    @ArchTest
    static final ArchRule SQL_STAYS_IN_THE_LEDGER = noClasses().that().resideOutsideOfPackage("..buildlog.ledger..")
            .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework..",
                    "org.sqlite..", "com.zaxxer..", "org.flywaydb..");

    @ArchTest
    static final ArchRule PURE_PACKAGES_HAVE_NO_CLOCK = noClasses().that().resideInAnyPackage(PURE)
            .should().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now")
            .orShould().callMethod(ZonedDateTime.class, "now")
            .orShould().callMethod(Clock.class, "systemUTC")
            .orShould().callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule PURE_PACKAGES_HAVE_NO_NETWORK = noClasses().that().resideInAnyPackage(PURE)
            .should().dependOnClassesThat().resideInAnyPackage("java.net..", "javax.net..");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("dev.buildlog.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_CLASS_THAT_ROTS = classes().should().haveSimpleNameNotEndingWith("Util")
            .andShould().haveSimpleNameNotEndingWith("Utils").andShould().haveSimpleNameNotEndingWith("Helper")
            .andShould().haveSimpleNameNotEndingWith("Manager").andShould().haveSimpleNameNotEndingWith("Context");

    @ArchTest
    static void everyPackageSaysWhoLivesThere(JavaClasses classes) throws IOException {
        Path sources = Path.of("src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).map(Path::getParent).distinct())
                    .hasSizeGreaterThan(10)
                    .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).content()
                            .contains("/**", "@NullMarked"));
        }
    }
}
