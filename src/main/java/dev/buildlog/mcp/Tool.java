package dev.buildlog.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tool as data.
 *
 * @param name as agents call it, {@code buildlog_status}
 * @param title for people
 * @param description for agents: what it does and when to use it
 * @param hints what a call may do
 * @param core whether it is among the few that {@code --tools core} shows
 * @param machine whether it reaches files or accounts beyond the project
 * @param parameters in the order in which they are shown
 * @param command words of the command line that come first
 * @param oneOf parameters of which a call must have exactly one; empty for no such rule
 * @param under name under which the result is handed over, which a list needs; empty for the result as it is
 * @param result JSON Schema of the result
 */
record Tool(String name, String title, String description, Hints hints, boolean core, boolean machine, List<Parameter> parameters,
        List<String> command, List<String> oneOf, String under, Map<String, Object> result) {

    /**
     * What a client may tell its user before a call.
     *
     * @param reads it changes nothing
     * @param destroys it takes away what is not easily had back
     * @param idempotent a second call with the same arguments changes nothing more
     */
    record Hints(boolean reads, boolean destroys, boolean idempotent) {}

    Tool {
        parameters = List.copyOf(parameters);
        command = List.copyOf(command);
        oneOf = List.copyOf(oneOf);
        result = Map.copyOf(result);
    }

    /** The tool without what reaches beyond the project; empty where nothing is left. */
    Optional<Tool> withinProject() {
        return machine ? Optional.empty() : Optional.of(new Tool(name, title, description, hints, core, false,
                parameters.stream().filter(parameter -> !parameter.machine()).toList(), command, oneOf, under, result));
    }

    /** JSON Schema of the arguments: an object that takes nothing but the parameters. */
    Map<String, Object> input() {
        Map<String, Object> properties = new LinkedHashMap<>();
        parameters.forEach(parameter -> properties.put(parameter.name(), parameter.schema()));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", parameters.stream().filter(Parameter::required).map(Parameter::name).toList());
        schema.put("additionalProperties", false);
        return schema;
    }
}
