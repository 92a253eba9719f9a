package io.silverback.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * What holds in every service. A module runs them with {@code @ArchTest static final ArchTests
 * house = ArchTests.in(HouseRules.class);}.
 */
public final class HouseRules {

    /** The packages that may know Kafka, HTTP or Hibernate; all others are features. */
    private static final String[] ADAPTERS = {
        "..api..", "..events..", "..storage..", "..stream..", "..router.*..", "..gateway.."
    };

    @ArchTest
    static final ArchRule featuresKnowNoKafka =
            noClasses()
                    .that(not(resideInAnyPackage(ADAPTERS)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.kafka..",
                            "io.smallrye.reactive.messaging..",
                            "org.eclipse.microprofile.reactive.messaging..")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule featuresKnowNoHttp =
            noClasses()
                    .that(not(resideInAnyPackage(ADAPTERS)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.ws.rs..",
                            "org.jboss.resteasy..",
                            "io.vertx.ext.web..",
                            "io.vertx.mutiny.ext.web..")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule featuresKnowNoHibernate =
            noClasses()
                    .that(not(resideInAnyPackage(ADAPTERS)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.hibernate..", "jakarta.persistence..")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingWaitsOrSubscribes =
            noClasses()
                    .should()
                    .callMethodWhere(
                            mutinyCall("await|awaitUsing|subscribe|subscribeAsCompletionStage"))
                    .because("a service composes; only the runtime subscribes");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.silverback.*.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses()
                    .should()
                    .resideInAnyPackage(
                            "..impl..",
                            "..util..",
                            "..utils..",
                            "..common..",
                            "..helper..",
                            "..manager..")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Manager");

    private HouseRules() {}

    private static DescribedPredicate<JavaCall<?>> mutinyCall(String methods) {
        return target(nameMatching(methods))
                .and(target(owner(nameMatching("io\\.smallrye\\.mutiny\\.(Uni|Multi)"))))
                .as("Uni or Multi's " + methods);
    }
}
