package dev.buildlog.cli;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.BuildlogException;
import dev.buildlog.models.Keeper;
import dev.buildlog.setup.LaunchdPlist;
import dev.buildlog.setup.ServiceLaunch;
import dev.buildlog.setup.SystemdUnit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code buildlog service install}. */
@Command(name = "install", description = {
    "Have systemd (Linux) or launchd (macOS) start the service now and whenever you log in. Called again, it takes the new"
        + " repositories; --remove takes it out.",
    "Example: buildlog service install --repo ~/src/shop --repo ~/src/site"})
final class ServiceInstall extends Verb {

    @Option(names = "--repo", paramLabel = "DIR", description = "A repository to watch; again for each further one. Default: the"
            + " one around the working directory.")
    private List<Path> repositories = List.of();

    @Option(names = "--remove", description = "Stop it, and take it out.")
    private boolean remove;

    @Option(names = "--print", paramLabel = "KEEPER", description = "Print what would be installed for systemd or launchd, and"
            + " change nothing.")
    private @Nullable Keeper print;

    @Override
    int run(Workplace here) throws IOException {
        if (print != null) {
            here.out().print(text(print, Background.launch(here, repositories)));
            return ExitCode.DONE;
        }
        Keeper keeper = Background.keeper(here).orElseThrow(() -> new BuildlogException("neither systemd nor launchd serves you"
                + " here. `buildlog service start` starts the service in the background until this machine stops."));
        Path unit = Background.unit(here, keeper);
        if (remove) {
            return remove(here, keeper, unit);
        }
        Files.createDirectories(here.home().resolve("logs"));
        Files.createDirectories(unit.getParent());
        AtomicFile.write(unit, text(keeper, Background.launch(here, repositories)).getBytes(StandardCharsets.UTF_8));
        here.out().println("Wrote " + unit);
        if (keeper == Keeper.SYSTEMD) {
            told(keeper, here, List.of("daemon-reload"));
            told(keeper, here, List.of("enable", ServiceLaunch.NAME));
            told(keeper, here, List.of("restart", ServiceLaunch.NAME));
        } else {
            keeper.tell(here.environment(), List.of("unload", unit.toString()));
            told(keeper, here, List.of("load", "-w", unit.toString()));
        }
        return ServiceStart.await(here, () -> true);
    }

    private static int remove(Workplace here, Keeper keeper, Path unit) throws IOException {
        Optional<String> complaint = keeper == Keeper.SYSTEMD
                ? keeper.tell(here.environment(), List.of("disable", "--now", ServiceLaunch.NAME))
                : keeper.tell(here.environment(), List.of("unload", "-w", unit.toString()));
        complaint.ifPresent(here::say);
        here.out().println(Files.deleteIfExists(unit) ? "Removed " + unit : "It was not installed.");
        if (keeper == Keeper.SYSTEMD) {
            told(keeper, here, List.of("daemon-reload"));
        }
        return ExitCode.DONE;
    }

    private static String text(Keeper keeper, ServiceLaunch launch) {
        return keeper == Keeper.SYSTEMD ? SystemdUnit.text(launch) : LaunchdPlist.text(launch);
    }

    private static void told(Keeper keeper, Workplace here, List<String> arguments) {
        keeper.tell(here.environment(), arguments).ifPresent(complaint -> {
            throw new BuildlogException((keeper == Keeper.SYSTEMD ? "systemctl --user " : "launchctl ")
                    + String.join(" ", arguments) + ": " + complaint);
        });
    }
}
