package dev.buildlog.consult;

import com.fasterxml.jackson.databind.JsonNode;
import dev.buildlog.curate.Gate;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Finding;
import dev.buildlog.model.PieceFindings;
import dev.buildlog.model.ReviewPiece;
import dev.buildlog.review.ReviewPrompt;
import dev.langchain4j.data.message.ChatMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks what is wrong in a piece, by the rules of one persona. The bean behind {@code review-llm-action}.
 *
 * <p>Law: an answer that cannot be read to its end is an error, never a piece without findings.
 */
public final class PieceQuestion {

    private static final int LONGEST = 2_000;

    private @Nullable Prompts prompts;
    private String prompt = Task.REVIEW.key();
    private String provider = "none";
    private String model = "";

    /** The prompts in force. */
    public void setPrompts(Prompts prompts) {
        this.prompts = prompts;
    }

    /** Name of the prompt: a file in {@code components/prompts}. */
    public void setPrompt(String prompt) {
        this.prompt = prompt;
    }

    /** Who is asked; {@code none} for nobody, which is an error. */
    public void setProvider(String provider) {
        this.provider = provider;
    }

    /** Name of the model to ask; empty or {@code default} for the one of the settings. */
    public void setModel(String model) {
        this.model = model.equals("default") ? "" : model.strip();
    }

    /**
     * The messages to send.
     *
     * @throws BuildlogException if there is nobody to ask
     */
    public List<ChatMessage> ask(ReviewPiece piece) {
        if (provider.equals("none") || prompts == null) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "no language model is configured that could"
                    + " review: set llm.provider in the home's config.yaml, or have an agent review with"
                    + " 'buildlog gauntlet loop'", null);
        }
        return Question.messages(Task.REVIEW, prompts.text(prompt).replace("{rules}", ReviewPrompt.rules(piece.rules()).strip()),
                List.of(), piece.project(), model, piece.text());
    }

    /**
     * The findings that hold up in {@code answer}.
     *
     * @throws BuildlogException if it is broken or cut off
     */
    public PieceFindings read(ReviewPiece piece, @Nullable String answer) {
        Answer read = Answer.read(answer == null ? "" : answer);
        if (!read.whole()) {
            throw new BuildlogException("the model's answer about " + piece.name() + " (" + piece.persona() + ") is broken or cut"
                    + " off, so nobody knows what it found. Ask in smaller pieces, allow it more tokens (llm.max_output_tokens),"
                    + " or take another model (llm.model)");
        }
        List<Finding> findings = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (JsonNode node : read.items()) {
            Item item = new Item(node);
            if (item.text("description").isEmpty()) {
                remarks.add("A finding about " + piece.name() + " says not what is wrong; it is left out.");
            } else {
                findings.add(finding(piece, item, remarks));
            }
        }
        return new PieceFindings(findings, remarks);
    }

    private static Finding finding(ReviewPiece piece, Item item, List<String> remarks) {
        String description = shown(item.text("description"));
        String severity = item.text("severity").toLowerCase(Locale.ROOT);
        if (!Finding.SEVERITIES.contains(severity)) {
            remarks.add("'" + shown(item.text("severity")) + "' is no severity; it counts as major: " + description);
            severity = Finding.MAJOR;
        }
        String learned = item.text("rule_learned");
        Optional<String> objection = Gate.objection(learned);
        if (objection.isPresent()) {
            remarks.add("A lesson is left out: it " + objection.get() + ".");
            learned = "";
        }
        Map<String, String> reasons = new LinkedHashMap<>();
        item.node().path("citations").forEach(citation -> {
            Item cited = new Item(citation);
            String rule = cited.text("rule").replaceAll("^\\[|\\]$", "");
            if (!rule.isEmpty()) {
                reasons.put(shortened(rule), shown(cited.text("reason")));
            }
        });
        return new Finding(severity, shown(item.text("category")), description, location(piece, item.text("location")),
                shortened(learned), List.copyOf(reasons.keySet()), reasons);
    }

    /** A location in one of the piece's files; else the piece itself. */
    private static String location(ReviewPiece piece, String told) {
        String path = told.replaceFirst("(?::\\d+.*|#L?\\d+.*)$", "").strip();
        return piece.files().contains(path) && Gate.objection(told).isEmpty() ? shortened(told) : piece.name();
    }

    /** A text as people and agents may see it: what could play tricks is named, not shown, and the finding stays. */
    private static String shown(String text) {
        String line = shortened(text.replaceAll("[\\s\\p{Cc}]+", " ").strip());
        return Gate.objection(line).map(reason -> "(not shown: the text " + reason + ")").orElse(line);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
