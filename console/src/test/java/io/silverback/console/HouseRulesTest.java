package io.silverback.console;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.silverback.architecture.HouseRules;

@AnalyzeClasses(
        packages = "io.silverback.console",
        importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest static final ArchTests HOUSE = ArchTests.in(HouseRules.class);
}
