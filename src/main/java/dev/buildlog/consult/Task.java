package dev.buildlog.consult;

import dev.buildlog.model.Assessment;
import dev.buildlog.model.Finding;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.util.List;
import java.util.Locale;

/** What a model can be asked to do, and the form of its answer: an object with one list, whose items stand for themselves. */
public enum Task {
    EXTRACT("{\"rule\": string, \"category\": one of [{categories}], \"quote\": string, \"severity\": one of [{severities}],"
            + " \"scope\": one of [{scopes}], \"applicability\": array of strings}") {
        @Override
        JsonObjectSchema.Builder item(List<String> categories) {
            return assessment(JsonObjectSchema.builder().addStringProperty("rule").addEnumProperty("category", categories)
                    .addStringProperty("quote")).required("rule", "category", "quote", "severity", "scope", "applicability");
        }
    },
    CATEGORISE("{\"number\": integer, \"category\": one of [{categories}]}") {
        @Override
        JsonObjectSchema.Builder item(List<String> categories) {
            return JsonObjectSchema.builder().addIntegerProperty("number").addEnumProperty("category", categories)
                    .required("number", "category");
        }
    },
    SCORE("{\"number\": integer, \"severity\": one of [{severities}], \"scope\": one of [{scopes}],"
            + " \"applicability\": array of strings}") {
        @Override
        JsonObjectSchema.Builder item(List<String> categories) {
            return assessment(JsonObjectSchema.builder().addIntegerProperty("number"))
                    .required("number", "severity", "scope", "applicability");
        }
    },
    CANONICALISE("{\"number\": integer, \"text\": string}") {
        @Override
        JsonObjectSchema.Builder item(List<String> categories) {
            return JsonObjectSchema.builder().addIntegerProperty("number").addStringProperty("text")
                    .required("number", "text");
        }
    },
    REVIEW("{\"severity\": one of [\"" + String.join("\", \"", Finding.SEVERITIES) + "\"], \"category\": string,"
            + " \"location\": string, \"description\": string, \"rule_learned\": string,"
            + " \"citations\": [{\"rule\": string, \"reason\": string}, ...]}") {
        @Override
        JsonObjectSchema.Builder item(List<String> categories) {
            JsonObjectSchema citation = JsonObjectSchema.builder().addStringProperty("rule").addStringProperty("reason")
                    .required("rule", "reason").build();
            return JsonObjectSchema.builder().addEnumProperty("severity", Finding.SEVERITIES).addStringProperty("category")
                    .addStringProperty("location").addStringProperty("description").addStringProperty("rule_learned")
                    .addProperty("citations", JsonArraySchema.builder().items(citation).build())
                    .required("severity", "category", "location", "description", "rule_learned", "citations");
        }
    };

    /** Name of the list in every answer. */
    static final String ITEMS = "items";

    private final String item;

    Task(String item) {
        this.item = item;
    }

    abstract JsonObjectSchema.Builder item(List<String> categories);

    /** Name in tables and file names: that of the constant in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form of the answer in words, for providers that take no schema. */
    String shape(List<String> categories) {
        String filled = item.replace("{categories}", quoted(categories))
                .replace("{severities}", quoted(Assessment.SEVERITIES)).replace("{scopes}", quoted(Assessment.SCOPES));
        return "{\"" + ITEMS + "\": [" + filled + ", ...]}";
    }

    /** The form of the answer as a schema. */
    JsonSchema schema(List<String> categories) {
        return JsonSchema.builder().name(key()).rootElement(JsonObjectSchema.builder()
                .addProperty(ITEMS, JsonArraySchema.builder().items(item(categories).build()).build())
                .required(ITEMS).build()).build();
    }

    private static JsonObjectSchema.Builder assessment(JsonObjectSchema.Builder item) {
        return item.addEnumProperty("severity", Assessment.SEVERITIES).addEnumProperty("scope", Assessment.SCOPES)
                .addProperty("applicability", JsonArraySchema.builder().items(JsonStringSchema.builder().build()).build());
    }

    private static String quoted(List<String> words) {
        return "\"" + String.join("\", \"", words) + "\"";
    }
}
