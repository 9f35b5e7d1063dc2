package dev.buildlog.setup;

import dev.buildlog.files.AtomicFile;
import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One git hook. A shell script that is there gets buildlog's lines at its top, since what follows may end it. A hook in another
 * language, one that is a link, and one that is switched off by not being executable is put aside as
 * {@code NAME.before-buildlog} and run by ours, if it is executable.
 */
final class Hook {

    private static final Pattern SHELL = Pattern.compile("\\A(?!#!)|\\A#!\\s*\\S*(?:/|\\s)(?:ba|da|k|z|a)?sh\\b");
    private static final String ASIDE = ".before-buildlog";
    private static final String SHEBANG = "#!/bin/sh\n";

    private final String name;
    private final PartFile file;
    private final Path aside;

    /**
     * @param folder where git looks for hooks
     * @param name of the hook; its lines lie in the resource {@code setup/NAME.sh}
     */
    Hook(Path folder, String name) {
        this.name = name;
        this.file = new PartFile(folder.resolve(name), MarkedPart.SCRIPT, lines(name));
        this.aside = folder.resolve(name + ASIDE);
    }

    String name() {
        return name;
    }

    Path path() {
        return file.path();
    }

    MarkedPart.State state() {
        return file.state();
    }

    /** Whether git runs it. */
    boolean isEffective() {
        return Files.isExecutable(file.path()) && state() != MarkedPart.State.ABSENT;
    }

    /** Puts the lines in; returns whether anything had to be done. */
    boolean install() {
        MarkedPart.State state = state();
        if ((state == MarkedPart.State.CURRENT || state == MarkedPart.State.EDITED) && isEffective()) {
            return false;
        }
        try {
            Files.createDirectories(file.path().getParent());
            if (state == MarkedPart.State.ABSENT && Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS) && !isOpenShell()) {
                if (Files.exists(aside)) {
                    throw new BuildlogException(aside + " is in the way: it keeps what another hook was before. Remove it if it"
                            + " is of no use any more.");
                }
                Files.move(file.path(), aside);
            }
            if (Files.notExists(file.path())) {
                AtomicFile.write(file.path(), (SHEBANG + chained()).getBytes(StandardCharsets.UTF_8));
            }
            file.put();
            makeExecutable(file.path());
            return true;
        } catch (IOException e) {
            throw failed(e);
        } catch (UncheckedIOException e) {
            throw failed(e.getCause());
        }
    }

    /** Takes the lines out; returns whether there were any. */
    boolean remove() {
        if (state() == MarkedPart.State.ABSENT) {
            return false;
        }
        try {
            String rest = file.rest();
            if (rest.equals(SHEBANG) || rest.equals(SHEBANG + chained())) {
                Files.delete(file.path());
                if (Files.exists(aside)) {
                    Files.move(aside, file.path());
                }
            } else {
                file.take();
            }
            return true;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** A link leads to a file that is not only a hook. */
    private boolean isOpenShell() throws IOException {
        if (Files.isSymbolicLink(file.path())) {
            return false;
        }
        String text = new String(Files.readAllBytes(file.path()), StandardCharsets.ISO_8859_1);
        return Files.isExecutable(file.path()) && SHELL.matcher(text).find();
    }

    /** Runs the hook that was there before. */
    private String chained() {
        return Files.exists(aside)
                ? "if [ -x \"$0" + ASIDE + "\" ]; then exec \"$0" + ASIDE + "\" \"$@\"; fi\n"
                : "";
    }

    private static void makeExecutable(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(view.readAttributes().permissions());
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            if (permissions.contains(PosixFilePermission.GROUP_READ)) {
                permissions.add(PosixFilePermission.GROUP_EXECUTE);
            }
            if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
                permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            }
            view.setPermissions(permissions);
        }
    }

    private BuildlogException failed(IOException e) {
        return new BuildlogException(BuildlogException.Kind.FAILED, "The hook " + file.path() + " cannot be written: "
                + AtomicFile.reason(e) + ". Make it writable, or leave the hooks out with --no-hooks.", e);
    }

    private static String lines(String name) {
        try (InputStream in = Hook.class.getResourceAsStream("/setup/" + name + ".sh")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled hook " + name + " cannot be read", e);
        }
    }
}
