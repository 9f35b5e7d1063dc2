package dev.buildlog.files;

import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of temporary files, from which can be told whether whoever made one can still complete it. */
final class TemporaryFile {

    private static final long PROCESS = ProcessHandle.current().pid();

    /** Tells this process from an earlier one with the same number, as in a container, where it is always 1. */
    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    private static final Pattern NAME = Pattern.compile("\\..+\\.(\\d{1,10})-([0-9a-f]{8})-[0-9a-f]{8}\\.tmp");

    private TemporaryFile() {}

    /** A new name beside {@code target}. */
    static Path beside(Path target) {
        return target.resolveSibling("." + target.getFileName() + "." + PROCESS + "-" + RUN + "-"
                + UUID.randomUUID().toString().substring(0, 8) + ".tmp");
    }

    /** Whether {@code file} is a temporary file of a process that is no more. */
    static boolean isAbandoned(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        long process = Long.parseLong(name.group(1));
        return process == PROCESS
                ? !name.group(2).equals(RUN)
                : ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
    }
}
