package dev.buildlog.curate.gate;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Puts a file that agents read before the checks, line by line. */
public final class FileScan {

    /**
     * One finding in a file.
     *
     * @param line from 1
     * @param column in UTF-16 units, from 1
     */
    public record Place(int line, int column, Offence offence) {}

    /** Windows of a long line overlap by this much, so that nothing hides in a seam. */
    private static final int OVERLAP = 250;

    private static final Pattern MARKER = Pattern.compile("\\s{0,3}<!--\\s{0,9}buildlog:"
            + "(?:begin(?:\\s[^>]{0,200})?|end|rules:(?:start|end))\\s{0,9}-->\\s*");

    private final Examination examination;

    /** @param checks all checks; those that hold for a rule only are left out */
    public FileScan(Checks checks) {
        examination = new Examination(checks.ofFiles());
    }

    /** All findings in the bytes of a file, by line and column. */
    public List<Place> of(byte[] file) {
        Set<Place> found = new LinkedHashSet<>();
        String text = new String(file, StandardCharsets.UTF_8);
        if (!isUtf8(file)) {
            int at = Math.max(0, text.indexOf('\uFFFD'));
            int line = 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
            found.add(new Place(line, at - text.lastIndexOf('\n', at - 1),
                    new Offence("encoding", Action.REFUSE, "is no valid UTF-8", at)));
        }
        String[] lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r\n|\n|\r", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!MARKER.matcher(lines[i]).matches()) {
                line(lines[i], i + 1, found);
            }
        }
        List<Place> places = new ArrayList<>(found);
        places.sort(Comparator.comparingInt(Place::line).thenComparingInt(Place::column));
        return places;
    }

    private void line(String line, int number, Set<Place> found) {
        for (int start = 0; start == 0 || start + OVERLAP < line.length(); start += Examination.LONGEST - OVERLAP) {
            String window = line.substring(start, Math.min(line.length(), start + Examination.LONGEST));
            for (Offence offence : examination.of(window).findings()) {
                found.add(new Place(number, start + offence.at() + 1, offence));
            }
        }
    }

    private static boolean isUtf8(byte[] file) {
        try {
            StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(file));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
