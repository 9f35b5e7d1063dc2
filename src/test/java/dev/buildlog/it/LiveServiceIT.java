package dev.buildlog.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowingConsumer;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One service, two repositories: what people do to entries and to routes while it runs. */
class LiveServiceIT {

    private static final String ABOVE = "# House rules\r\n\r\nKeep it small.  \r\n";
    private static final String BELOW = "\r\n<!-- ours -->\r\n\tlast line without an end";

    @TempDir
    static Path folder;

    private static Machine machine;
    private static Repository shop;
    private static Repository site;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        machine = Machine.in(folder);
        shop = Repository.at(folder.resolve("the shop"));
        site = Repository.at(folder.resolve("site"));
        Samples.copyInto(shop);
        Files.writeString(shop.root().resolve("AGENTS.md"), ABOVE);
        machine.result(shop.root(), "sync");
        assertThat(shop.agents()).startsWith(ABOVE).endsWith("<!-- buildlog:end -->\r\n");
        Files.writeString(shop.root().resolve("AGENTS.md"), shop.agents() + BELOW);
        service = machine.serve(folder, "--repo", shop.root().toString(), "--repo", site.root().toString());
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void entriesAreAddedEditedRenamedAndDeleted() {
        String pin = "Pin the grammar before upgrading the parser";
        String log = "Write one log line per retry of the mailer";
        shop.write("2026-03-01-work.md", Repository.text(pin));
        bothFiles(text -> assertThat(text).contains(pin));
        shop.write("2026-03-01-work.md", Repository.text(log));
        bothFiles(text -> assertThat(text).contains(log).doesNotContain(pin));

        String id = rule(shop, log).at("/id").asText();
        shop.rename("2026-03-01-work.md", "2026-03-02-renamed.md");
        eventually(() -> assertThat(rule(shop, log).at("/sources").toString())
                .isEqualTo("[\"buildlog/2026-03-02-renamed.md\"]"));
        JsonNode renamed = rule(shop, log);
        assertThat(renamed.at("/frequency").asInt()).as("a rename is no second piece of evidence").isEqualTo(1);
        assertThat(renamed.at("/id").asText()).isEqualTo(id);

        shop.delete("2026-03-02-renamed.md");
        bothFiles(text -> assertThat(text).doesNotContain(log));
        assertThat(shop.agents()).as("text of people, byte for byte").startsWith(ABOVE).endsWith(BELOW);
    }

    @Test
    void aSampleEntryIsEditedInPlaceAndTakenBack() {
        String name = Samples.entries(shop.entry(".")).get(0).getFileName().toString();
        String before = shop.read("buildlog/" + name);
        String rendered = shop.agents();
        String added = "Ask the pager before touching the ledger";
        shop.write(name, before + "\n## Improvements\n\n### Workflow\n\n- " + added + "\n");
        bothFiles(text -> assertThat(text).contains(added));
        shop.write(name, before);
        eventually(() -> assertThat(shop.agents()).isEqualTo(rendered));
    }

    @Test
    void aTeamRearrangesItsRoutesWhileTheServiceRuns() throws Exception {
        String dns = "TIL: the resolver caches failures for thirty seconds";
        site.write("2026-03-01-dns.md", "# Day\n\n" + dns + "\n");
        site.write("2026-03-02-more.md", Repository.text("Drain the queue before a deploy"));
        eventually(() -> assertThat(site.agents()).contains("Drain the queue").doesNotContain("resolver"));

        assertThat(machine.result(site.root(), "routes", "eject", "learn")).contains("Created .buildlog/routes/learn.camel.yaml");
        Path learn = site.root().resolve(".buildlog/routes/learn.camel.yaml");
        String shipped = Files.readString(learn);
        String own = step(shipped, "deduplicate", """
                        - to:
                            id: til
                            uri: kamelet:extract-pattern-action
                            parameters:
                              pattern: "TIL: (.*)"
                              category: domain_knowledge
                            description: What somebody learned today
                """);
        Files.writeString(learn, own);
        assertThat(machine.run(site.root(), "routes", "validate")).extracting(Run::code, Run::out).containsExactly(0, "");
        assertThat(machine.run(site.root(), "routes", "list").err()).contains("buildlog trust");
        assertThat(site.agents()).as("not trusted yet").doesNotContain("resolver");

        assertThat(machine.result(site.root(), "trust")).contains("Trusted .buildlog/routes/learn.camel.yaml");
        eventually(() -> assertThat(site.agents()).contains("resolver caches failures", "Drain the queue"));
        assertThat(site.agents()).doesNotContain("TIL");

        broken(learn, own);
        Files.writeString(learn, own);
        machine.result(site.root(), "trust");
        eventually(() -> assertThat(problems()).isEmpty());
        site.write("2026-03-03-zone.md", "# Day\n\nTIL: zones are copied at midnight\n");
        eventually(() -> assertThat(site.agents()).contains("zones are copied at midnight"));
        assertThat(shop.agents()).doesNotContain("midnight");
    }

    /** A broken file is refused everywhere a person may look, and what ran goes on. */
    private static void broken(Path learn, String own) throws Exception {
        Files.writeString(learn, own.replace("kamelet:redact-action", "kamelet:redakt-action")
                .replace("method: recordEntry", "method: recordEntries"));
        Run validate = machine.run(site.root(), "routes", "validate");
        assertThat(validate.code()).isEqualTo(78);
        assertThat(validate.out()).contains("redakt-action", "redact-action", "recordEntries")
                .containsPattern("learn\\.camel\\.yaml:\\d+:\\d+: ");
        machine.run(site.root(), "trust");

        eventually(() -> assertThat(problems()).anyMatch(problem -> problem.matches(".*learn\\.camel\\.yaml.*\"line\":[1-9].*redakt-action.*")));
        assertThat(service.errText()).containsPattern("learn\\.camel\\.yaml:\\d+:\\d+: .*redakt-action");
        assertThat(machine.run(site.root(), "routes", "list").out()).containsPattern("refused +project +routes/learn");
        site.write("2026-03-04-still.md", "# Day\n\nTIL: what ran goes on running\n");
        eventually(() -> assertThat(site.agents()).contains("what ran goes on running"));
        shop.write("2026-03-04-still.md", Repository.text("Other repositories notice nothing"));
        bothFiles(text -> assertThat(text).contains("Other repositories notice nothing"));
    }

    /** The route with one step replaced. */
    private static String step(String route, String id, String replacement) {
        String[] parts = route.split("(?m)^(?=        - )");
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(part.contains("id: " + id + "\n") ? replacement : part);
        }
        assertThat(text.toString()).doesNotContain("id: " + id + "\n").contains(replacement);
        return text.toString();
    }

    private static List<String> problems() {
        return java.util.stream.StreamSupport.stream(service.health().at("/problems").spliterator(), false)
                .map(JsonNode::toString).toList();
    }

    private static JsonNode rule(Repository repository, String text) {
        for (JsonNode project : service.get("/api/v1/projects").at("/projects")) {
            if (project.at("/checkouts").toString().contains(repository.root().toString())) {
                for (JsonNode rule : service.get("/api/v1/projects/" + project.at("/id").asText() + "/rules").at("/rules")) {
                    if (rule.at("/rule").asText().equals(text)) {
                        return rule;
                    }
                }
            }
        }
        throw new AssertionError("no rule " + text);
    }

    private static void bothFiles(ThrowingConsumer<String> assertion) {
        eventually(() -> assertThat(List.of(shop.agents(), shop.claude())).allSatisfy(assertion));
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(30)).untilAsserted(assertion);
    }
}
