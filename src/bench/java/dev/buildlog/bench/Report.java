package dev.buildlog.bench;

import java.util.ArrayList;
import java.util.List;

/** What was found out, in the order in which it is read. */
final class Report {

    private final List<Aim> aims = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final StringBuilder sections = new StringBuilder();

    void aim(Aim aim) {
        aims.add(aim);
    }

    /** Says that something was not measured, and why. */
    void skip(String what) {
        skipped.add(what);
    }

    void section(String title, String text, Table table) {
        sections.append("\n## ").append(title).append("\n\n").append(text).append("\n\n").append(table.markdown());
    }

    String markdown(Machine machine, Plan plan) {
        StringBuilder page = new StringBuilder("""
                # Benchmarks

                Written by `mvn -Pbench verify`; do not edit. Whole-process figures come from the packaged distribution
                in temporary homes and repositories, on seeded synthetic journals. `-Dbench.args="startup tools --runs=3"`
                measures some parts only and writes `target/benchmarks.md`; `-Dbench.args=help` names what there is.
                """);
        page.append("\n").append(machine.table().markdown());
        if (!plan.isComplete()) {
            page.append("\nThis run was not the whole one: ").append(plan).append("\n");
        }
        skipped.forEach(what -> page.append("\n**Skipped:** ").append(what).append("\n"));
        if (!aims.isEmpty()) {
            Table table = new Table("figure", "aim", "measured", "");
            aims.forEach(aim -> table.row(aim.what(), aim.limit(), aim.result(), aim.isMet() ? "met" : "**missed**"));
            page.append("\n## Aims\n\n").append(table.markdown());
        }
        return page.append(sections).append(python()).toString();
    }

    private static String python() {
        return "\n## The Python tool\n\nFor comparison, as measured on 2 cores when this project began:\n\n"
                + new Table("command", "time")
                        .row("distill", "0.12 ms an entry")
                        .row("skills, 100 entries", "0.55 s")
                        .row("skills, 300 entries", "4.8 s")
                        .row("skills, 1,000 entries", "37 to 55 s")
                        .row("--help", "133 ms")
                        .markdown();
    }
}
