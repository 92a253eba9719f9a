package io.silverback.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.silverback.console.plan.PlanYaml;
import io.silverback.contracts.GoNoGo;
import io.silverback.contracts.MigrationEnded.Outcome;
import io.silverback.contracts.Rollback;
import io.silverback.messaging.testing.EmbeddedKafka;
import io.silverback.messaging.testing.EmbeddedKeysets;
import io.silverback.messaging.testing.EmbeddedPostgres;
import io.silverback.messaging.testing.Topics;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The page in a real browser; skipped where there is no Chromium. */
@QuarkusTest
@QuarkusTestResource(EmbeddedKafka.class)
@QuarkusTestResource(EmbeddedPostgres.class)
@QuarkusTestResource(EmbeddedKeysets.class)
@QuarkusTestResource(TestRegistry.class)
@NullUnmarked
class PagesIT {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URI console;

    @Test
    void followsAPlanToItsRollbackWithoutAReload() {
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                "SKIPPED: the page is not tested, there is no " + CHROMIUM);
        awaitConsole();
        Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        try (Topics topics = Topics.ofTheApplication();
                Playwright playwright =
                        Playwright.create(new Playwright.CreateOptions().setEnv(environment));
                Browser browser =
                        playwright
                                .chromium()
                                .launch(
                                        new BrowserType.LaunchOptions()
                                                .setExecutablePath(CHROMIUM)
                                                .setArgs(List.of("--no-sandbox")))) {
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 1100));
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(
                    message -> {
                        if (message.type().equals("error")) {
                            complaints.add(message.text());
                        }
                    });
            page.onPageError(complaints::add);
            follow(page, topics);
            assertThat(complaints).isEmpty();
        }
    }

    private void follow(Page page, Topics topics) {
        page.navigate(console.toString());
        see(page.getByText("No plan yet."));
        see(page.locator("#link.live"));

        JsonPath plan = start();
        List<String> ids = plan.getList("migrations.id");
        String cutover = plan.getString("cutovers[0].id");
        see(page.getByRole(AriaRole.HEADING, named("emea-wave-1")));

        decide(page, topics, ids.get(0));
        migrate(topics, ids);
        see(page.getByText("20/21 routes").first());
        shift(page, topics, ids, cutover);
        picture(page, "light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        picture(page, "dark");
        rollBack(page, topics, ids, cutover);
        picture(page, "rolled-back");
        page.setViewportSize(390, 844);
        picture(page, "narrow");
    }

    private void decide(Page page, Topics topics, String estate) {
        GoNoGo opened = Story.opened(estate, GoNoGo.Gate.EXECUTION, 1, "e1");
        topics.publish(
                "dump",
                estate,
                "_estate",
                new GoNoGo(
                        opened.subjectId(),
                        opened.planId(),
                        opened.planHash(),
                        opened.gate(),
                        null,
                        opened.status(),
                        1,
                        Map.of("entities", "<img src=x onerror=document.title='broken'>"),
                        opened.evidenceHash(),
                        null,
                        null));
        Locator go =
                page.getByRole(
                        AriaRole.BUTTON,
                        button("Go at the gate execution of emea-wave-1").setExact(true));
        see(go);
        see(page.getByText("<img src=x"));
        picture(page, "gate");
        go.click();
        see(page.getByText("Say who you are first"));
        page.getByLabel("You are").fill("ann");
        go.click();
        page.getByLabel("Reason").fill("all is well");
        page.locator("#ask-yes").click();
        see(page.getByText("by ann · all is well"));
        assertThat(page.title()).isEqualTo("Silverback");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(topics.events(GoNoGo.class, estate))
                                        .anyMatch(event -> event.status() == GoNoGo.Status.GO));
    }

    private static void migrate(Topics topics, List<String> ids) {
        List<String> workspaces = List.of("_estate", "payments", "catalog");
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            topics.publish("dump", id, workspaces.get(i), Story.dumped(id, workspaces.get(i), 1));
            topics.publish("sync", id, workspaces.get(i), Story.synced(id, workspaces.get(i), 1));
            topics.publish("verify", id, workspaces.get(i), Story.passed(id, workspaces.get(i), 1));
        }
    }

    private static void shift(Page page, Topics topics, List<String> ids, String cutover) {
        Map<String, Long> generations = Map.of(ids.get(1), 1L, ids.get(2), 1L);
        topics.publish(
                "traffic",
                cutover,
                "public-api",
                Story.advanced(cutover, generations, 3, "5.00", "10.00"));
        topics.publish("traffic", cutover, "public-api", Story.shifting(cutover, "10.00", 120));
        see(page.getByText("10 % on green"));
        see(page.getByText("120 of 500 requests needed"));
    }

    private static void rollBack(Page page, Topics topics, List<String> ids, String cutover) {
        page.getByRole(AriaRole.BUTTON, button("Roll back").setExact(true)).first().click();
        page.getByLabel("Reason").fill("enough seen");
        page.locator("#ask-yes").click();
        see(page.getByText("rolling-back"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(topics.events(Rollback.class, cutover))
                                        .anyMatch(event -> event.reason().equals("enough seen")));
        Map<String, Long> generations = Map.of(ids.get(1), 1L, ids.get(2), 1L);
        topics.publish(
                "traffic", cutover, "public-api", Story.rolledBack(cutover, generations, false));
        ids.forEach(
                id ->
                        topics.publish(
                                "traffic", id, "w", Story.ended(id, "w", Outcome.ROLLED_BACK)));
        see(page.getByText("38 ms from the cause"));
        see(page.getByText("0 % on green"));
    }

    private static JsonPath start() {
        return given().header("X-Silverback-Actor", "ann")
                .contentType("application/yaml")
                .body(
                        PlanYaml.and("change: CHG0048213\nretention: 90d")
                                .getBytes(StandardCharsets.UTF_8))
                .post("/api/plans")
                .then()
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    private static void awaitConsole() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/api/plans").then().statusCode(200));
    }

    private static void see(Locator locator) {
        assertThat(locator)
                .isVisible(
                        new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE.toMillis()));
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve(name + ".png"))
                        .setFullPage(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
