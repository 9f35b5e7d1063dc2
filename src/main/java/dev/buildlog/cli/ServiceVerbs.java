package dev.buildlog.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code buildlog service}: the service in the background. */
@Command(name = "service", description = "Keep the service running in the background, by systemd or launchd where there is one."
        + " `buildlog serve` runs it in the foreground.", subcommands = {ServiceInstall.class, ServiceStart.class,
            ServiceStop.class, ServiceStatus.class, ServiceLogs.class})
final class ServiceVerbs implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: install, start, stop, status or logs.");
    }
}
