package dev.buildlog.extract;

import dev.buildlog.model.Remark;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one section of a source: its list items, the rows of its tables, and its heading or a labelled paragraph where
 * labelled texts say more about that.
 */
final class SourceRules {

    private static final Set<Detail> ABOUT_A_RULE = EnumSet.of(Detail.CONTEXT, Detail.ANTIPATTERN, Detail.RATIONALE);

    private final Outline outline;
    private final Lines lines;
    private final DetailLabels labels;
    private final Section section;
    private final List<SourceRule> rules = new ArrayList<>();
    private final List<Remark> left = new ArrayList<>();
    private final SourceItems items;

    private SourceRules(Section section, Outline outline, DetailLabels labels) {
        this.section = section;
        this.outline = outline;
        this.lines = outline.lines();
        this.labels = labels;
        this.items = new SourceItems(outline, labels, rules, left);
    }

    /** What was found in a section, and what was left and why. */
    record Found(List<SourceRule> rules, List<Remark> left) {}

    static Found in(Section section, Outline outline, DetailLabels labels) {
        SourceRules reader = new SourceRules(section, outline, labels);
        reader.read();
        return new Found(reader.rules, reader.left);
    }

    private void read() {
        boolean described = describes();
        SourceRule open = null;
        for (Node block : section.blocks()) {
            if (block instanceof ListBlock && !(described && items.areLabelled(block))) {
                items.read(block);
            } else if (block instanceof TableBlock table) {
                SourceTable.read(table, outline, labels, rules, left);
            } else if (block instanceof Paragraph || block instanceof ListBlock) {
                open = readLabelled(block, described, open);
            } else if (Blocks.hasWords(block)) {
                items.leave(block, Blocks.PLAIN_TEXT);
            }
        }
    }

    /** Reads the labelled texts of a block; gives the rule that further ones are about, null where there is none. */
    private @Nullable SourceRule readLabelled(Node block, boolean described,
            @Nullable SourceRule before) {
        SourceRule open = before;
        List<Passage> unlabelled = new ArrayList<>();
        for (Labelled part : labelled(block, unlabelled)) {
            if (part.detail() == Detail.RULE) {
                open = new SourceRule(part.passage(), Inlines.firstLine(block), Inlines.lastLine(block), SourceRule.nothing());
                rules.add(open);
            } else if (open == null && described) {
                open = new SourceRule(heading(), section.line(), Inlines.lastLine(block), SourceRule.nothing());
                rules.add(open);
            }
            if (open != null && part.detail() != Detail.RULE) {
                SourceRule.say(open.said(), part.detail(), part.passage().text());
            }
        }
        unlabelled.forEach(text -> items.leave(text, Blocks.PLAIN_TEXT));
        return open;
    }

    /** Whether labelled texts right below the heading say more about it, each thing once. */
    private boolean describes() {
        List<Detail> said = new ArrayList<>();
        for (Node block : section.blocks()) {
            if (block instanceof Paragraph || block instanceof ListBlock && items.areLabelled(block)) {
                labelled(block, new ArrayList<>()).forEach(part -> said.add(part.detail()));
            }
        }
        boolean once = said.stream().distinct().count() == said.size();
        return !section.path().isEmpty() && once && !said.contains(Detail.RULE)
                && said.stream().anyMatch(ABOUT_A_RULE::contains);
    }

    private List<Labelled> labelled(Node block, List<Passage> unlabelled) {
        return block instanceof Paragraph
                ? labels.parts(Passage.of(block, lines), lines, unlabelled)
                : items.labelled(block);
    }

    private Passage heading() {
        int from = lines.textStart(section.line());
        int to = lines.textEnd(section.line());
        String text = section.path().get(section.path().size() - 1);
        return new Passage(List.of(new Run(text, false, section.line(), from, to)), from, to);
    }
}
