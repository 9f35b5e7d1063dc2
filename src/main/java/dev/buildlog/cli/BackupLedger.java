package dev.buildlog.cli;

import picocli.CommandLine.Command;

/** {@code buildlog backup FILE}. */
@Command(name = "backup", subcommands = {BackupCreate.class, RestoreLedger.class}, description = {
    "Copy the ledger as it is at one instant, while it is in use, and look the copy over.",
    "Example: buildlog backup ~/backups/buildlog-2026-11-21.db"})
final class BackupLedger extends BackupVerb {}
