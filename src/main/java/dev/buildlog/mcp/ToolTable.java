package dev.buildlog.mcp;

import java.util.stream.Collectors;

/** The tools as a page shows them. */
public final class ToolTable {

    private ToolTable() {}

    /** A Markdown table of all tools, in the order in which they are listed. */
    public static String markdown() {
        return "| Tool | Does | Arguments |\n|---|---|---|\n"
                + ToolCatalogue.all().stream().map(ToolTable::row).collect(Collectors.joining());
    }

    private static String row(Tool tool) {
        String marks = (tool.core() ? " (core)" : "") + (tool.machine() ? " (secret only)" : "");
        String arguments = tool.parameters().stream()
                .filter(parameter -> parameter.way() != Parameter.Way.IGNORED && !parameter.name().equals("buildlog_dir"))
                .map(parameter -> (parameter.required() ? "**`" + parameter.name() + "`**" : "`" + parameter.name() + "`"))
                .collect(Collectors.joining(", "));
        return "| `" + tool.name() + "`" + marks + " | " + kind(tool) + ": " + tool.description() + " | " + arguments + " |\n";
    }

    private static String kind(Tool tool) {
        return tool.hints().reads() ? "reads" : tool.hints().destroys() ? "takes away" : "changes";
    }
}
