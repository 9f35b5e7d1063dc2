package dev.buildlog.config;

import dev.buildlog.model.BuildlogException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The secret by which the service of a home knows programs of the same user: 256 random bits in the file {@code secret}, which
 * nobody else can read.
 */
public final class HomeSecret {

    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final int BYTES = 32;
    private static final int LEAST = 32;

    private HomeSecret() {}

    /** Where it stands. */
    public static Path file(Path home) {
        return home.resolve("secret");
    }

    /**
     * The secret of {@code home}; none if no service has run there.
     *
     * @throws BuildlogException (bad configuration) if others can read the file, or it holds no secret
     */
    public static Optional<String> read(Path home) {
        Path file = file(home);
        try {
            if (Files.notExists(file)) {
                return Optional.empty();
            }
            if (isPosix() && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw bad("others can read " + file + ", so it is no secret: take it away, and the service makes another one when it"
                        + " starts", null);
            }
            String secret = Files.readString(file).strip();
            if (secret.length() < LEAST) {
                throw bad(file + " holds no secret: take it away, and the service makes another one when it starts", null);
            }
            return Optional.of(secret);
        } catch (IOException e) {
            throw bad("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * The secret of {@code home}, made if there is none. To be called by the one service of the home.
     *
     * @throws BuildlogException (bad configuration) as {@link #read}, or if it cannot be written
     */
    public static String make(Path home) {
        Optional<String> known = read(home);
        if (known.isPresent()) {
            return known.get();
        }
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        write(file(home), Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "\n");
        return read(home).orElseThrow();
    }

    /** Beside it, then renamed: nobody finds half of it, and no moment passes in which others could read it. */
    private static void write(Path file, String text) {
        Path half = file.resolveSibling("secret.new");
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(half);
            FileAttribute<?>[] attributes = isPosix()
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)} : new FileAttribute<?>[0];
            try (WritableByteChannel channel = FileChannel.open(half,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
                    OutputStream out = Channels.newOutputStream(channel)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            Files.move(half, file);
        } catch (FileAlreadyExistsException e) {
            // another process was first; its secret counts
        } catch (IOException e) {
            throw bad("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static BuildlogException bad(String message, @Nullable Throwable cause) {
        return new BuildlogException(BuildlogException.Kind.BAD_CONFIGURATION, message, cause);
    }
}
