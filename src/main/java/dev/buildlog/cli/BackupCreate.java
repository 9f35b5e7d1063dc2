package dev.buildlog.cli;

import picocli.CommandLine.Command;

/** {@code buildlog backup create FILE}: the same as {@code buildlog backup FILE}. */
@Command(name = "create", description = "Copy the ledger, as `buildlog backup FILE` does.")
final class BackupCreate extends BackupVerb {}
