package dev.buildlog.extract;

import dev.buildlog.model.EntryVersion;

/**
 * Takes the rules of a source, which is no journal: list items under any heading, rows of tables with a column of rules, texts
 * behind a label such as {@code **Rule:**}, and headings that labelled texts below say more about. The bean behind
 * {@code extract-guidance-action}.
 */
public final class GuidanceExtractor implements Extractor {

    /** Headings of sections that hold no rules. */
    public static final String SKIP = "Contents,Table of contents,On this page,References,See also,Further reading,Related,"
            + "Links,License,Licence,Changelog,Change log,Contributing,Contributors,Authors,Acknowledgements";

    private String name = "guidance";
    private Names skip = Names.of(SKIP);
    private final DetailLabels labels = new DetailLabels();

    /** Name given to insights as the one that took them. */
    public void setName(String name) {
        this.name = name;
    }

    /** Headings of sections without rules, separated by commas; any level, any case. */
    public void setSkip(String skip) {
        this.skip = Names.of(skip);
    }

    /** Labels and headings of columns that announce a rule, separated by commas. */
    public void setRules(String rules) {
        labels.set(Detail.RULE, rules);
    }

    @Override
    public EntryVersion extract(EntryVersion source) {
        if (source.removed()) {
            return source;
        }
        Outline outline = Outline.of(source.text());
        Findings findings = new Findings(source, outline, name);
        for (Section section : outline.sections()) {
            int skipped = skip.indexIn(section.path());
            if (skipped >= 0) {
                String reason = "Stands under \"" + section.path().get(skipped) + "\", which holds no rules.";
                section.blocks().forEach(block -> findings.leaveAll(block, reason));
                continue;
            }
            SourceRules.Found found = SourceRules.in(section, outline, labels);
            found.rules().forEach(rule -> findings.take(rule.rule(), "", section));
            found.left().forEach(remark -> findings.leave(remark.line(), remark.text(), remark.reason()));
        }
        return findings.added();
    }
}
