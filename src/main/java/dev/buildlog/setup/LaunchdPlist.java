package dev.buildlog.setup;

import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The service as an agent of launchd, on macOS. */
public final class LaunchdPlist {

    /** By which launchd knows it. */
    public static final String LABEL = "dev.buildlog.service";

    private LaunchdPlist() {}

    /**
     * Where it lies.
     *
     * @param user the person's home folder
     */
    public static Path file(Path user) {
        return user.resolve("Library/LaunchAgents/" + LABEL + ".plist");
    }

    /** Its text. */
    public static String text(ServiceLaunch launch) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <!-- Made by buildlog service install; made anew when that is called again. -->
                <plist version="1.0">
                <dict>
                  <key>Label</key>
                  <string>%s</string>
                  <key>ProgramArguments</key>
                  <array>
                %s  </array>
                  <key>EnvironmentVariables</key>
                  <dict>
                %s  </dict>
                  <key>WorkingDirectory</key>
                  <string>%s</string>
                  <key>RunAtLoad</key>
                  <true/>
                  <key>KeepAlive</key>
                  <dict>
                    <key>SuccessfulExit</key>
                    <false/>
                  </dict>
                  <key>StandardOutPath</key>
                  <string>%s</string>
                  <key>StandardErrorPath</key>
                  <string>%s</string>
                  <key>Umask</key>
                  <integer>63</integer>
                </dict>
                </plist>
                """.formatted(LABEL, launch.command().stream().map(word -> "    <string>" + escaped(word) + "</string>\n")
                        .collect(Collectors.joining()), new TreeMap<>(launch.environment()).entrySet().stream()
                        .map(variable -> "    <key>" + escaped(variable.getKey()) + "</key>\n    <string>"
                                + escaped(variable.getValue()) + "</string>\n").collect(Collectors.joining()),
                escaped(launch.directory().toString()), escaped(launch.log().toString()), escaped(launch.log().toString()));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
