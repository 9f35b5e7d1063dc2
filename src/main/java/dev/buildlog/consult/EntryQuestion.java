package dev.buildlog.consult;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.model.Categories;
import dev.buildlog.model.EntryVersion;
import dev.buildlog.model.Remark;
import dev.langchain4j.data.message.ChatMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a model about an entry and takes what holds of the answer. The bean behind every {@code ...-llm-action} Kamelet, which
 * sends the messages in between.
 *
 * <p>Law: whatever the answer is, the entry keeps its text and every insight it had.
 */
public abstract class EntryQuestion {

    private static final Logger LOG = LoggerFactory.getLogger(EntryQuestion.class);
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)*");

    private final Task task;
    private final AtomicReference<String> told = new AtomicReference<>("");
    private @Nullable Prompts prompts;
    private String prompt;
    private String provider = "none";
    private String model = "";
    private List<String> categories = Categories.BUILT_IN;

    EntryQuestion(Task task) {
        this.task = task;
        this.prompt = task.key();
    }

    /** The prompts in force. */
    public void setPrompts(Prompts prompts) {
        this.prompts = prompts;
    }

    /** Name of the prompt: a file in {@code components/prompts}. */
    public void setPrompt(String prompt) {
        this.prompt = prompt;
    }

    /** Who is asked; {@code none} lets every entry pass as it is. */
    public void setProvider(String provider) {
        this.provider = provider;
    }

    /** Name of the model to ask; empty or {@code default} for the one of the settings. */
    public void setModel(String model) {
        this.model = model.equals("default") ? "" : model.strip();
    }

    /**
     * Category keys that an answer may give, separated by commas.
     *
     * @throws BuildlogException (bad configuration) if one is no category key
     */
    public void setCategories(String categories) {
        this.categories = Stream.of(categories.split(",")).map(String::strip).filter(key -> !key.isEmpty()).toList();
        for (String key : this.categories) {
            if (!KEY.matcher(key).matches()) {
                throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "'" + key
                        + "' in categories is no category key: use lower-case letters, digits and underscores", null);
            }
        }
    }

    List<String> categories() {
        return categories;
    }

    /** The messages to send; none where there is nothing to ask. */
    public List<ChatMessage> ask(EntryVersion entry) {
        if (provider.equals("none") || entry.removed()) {
            return List.of();
        }
        String data = data(entry);
        if (data.isEmpty()) {
            return List.of();
        }
        if (prompts == null) {
            throw new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, "the question '" + task.key()
                    + "' has no prompts: set its property prompts to #bean:prompts", null);
        }
        return Question.messages(task, prompts.text(prompt), categories, entry.project(), model, data);
    }

    /** The entry with what holds of {@code answer}. */
    public EntryVersion read(EntryVersion entry, @Nullable String answer) {
        Answer read = Answer.read(answer == null ? "" : answer);
        EntryVersion taken = take(entry, read.items().stream().map(Item::new).toList());
        return read.whole() ? taken : taken.plusRemarks(List.of(new Remark(1, "", "The model's answer (" + task.key()
                + ") is broken or cut off; items that could be read: " + read.items().size() + ".")));
    }

    /** The entry where there was no answer: as it is, with a remark on the cause, to be sent again later. */
    public EntryVersion without(EntryVersion entry, Throwable failure) {
        String cause = String.valueOf(failure.getMessage());
        // a journal of a thousand entries shall not say it a thousand times
        if (!cause.equals(told.getAndSet(cause))) {
            LOG.warn("{} and maybe others: not shown to a model ({}): {}", entry.path(), task.key(), cause);
        }
        return entry.plusRemarks(List.of(new Remark(1, "", "Not shown to a model (" + task.key() + "): " + cause)))
                .postpone();
    }

    /** What the model is shown; empty where there is nothing to ask. */
    abstract String data(EntryVersion entry);

    /** The entry with what holds of the items. */
    abstract EntryVersion take(EntryVersion entry, List<Item> items);

    /** Texts as JSON objects with a number each, one a line. */
    static String numbered(List<String> texts) {
        List<String> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add("{\"number\": " + (lines.size() + 1) + ", \"text\": "
                    + TextNode.valueOf(text) + "}");
        }
        return String.join("\n", lines);
    }
}
