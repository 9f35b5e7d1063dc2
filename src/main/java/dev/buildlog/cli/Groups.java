package dev.buildlog.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Commands that only hold others, as {@code buildlog gauntlet}. */
final class Groups {

    private Groups() {}

    /**
     * What is to be read of {@code command} where {@code verb} follows it on the line: of a group that verb alone, since reading
     * the annotations of all would take longer than most of them run; everything of what is no group or has no such verb.
     */
    static Object narrowed(Object command, String name, String verb) {
        if (command instanceof Verb) {
            return command;
        }
        for (Class<?> held : command.getClass().getAnnotation(Command.class).subcommands()) {
            if (held.getAnnotation(Command.class).name().equals(verb)) {
                try {
                    return new CommandLine(CommandSpec.wrapWithoutInspection(command).name(name))
                            .addSubcommand(verb, CommandLine.defaultFactory().create(held));
                } catch (Exception e) {
                    throw new IllegalStateException("there is no " + name + " " + verb + " to be made", e);
                }
            }
        }
        return command;
    }
}
