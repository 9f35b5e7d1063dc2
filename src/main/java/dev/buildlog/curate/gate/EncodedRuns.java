package dev.buildlog.curate.gate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that is written so that only a program reads it. Hashes, and the checksums of lock files, are none. */
final class EncodedRuns implements Check {

    private static final Pattern RUN = Pattern.compile("(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{20,}={0,2}");
    private static final Pattern URL_SAFE = Pattern.compile("(?<![A-Za-z0-9_=-])[A-Za-z0-9_-]{40,}={0,2}");
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");
    private static final Pattern ESCAPES = Pattern.compile("(?:\\\\x[0-9a-fA-F]{2}[\\s,]?){4,}|(?:\\\\?u\\+?[0-9a-fA-F]{4}[\\s,]?){4,}"
            + "|(?:%[0-9a-fA-F]{2}){4,}|(?:&#x?[0-9a-fA-F]{1,6};){3,}|(?:\\b[01]{7,8}\\b[\\s,]{0,3}){5,}|(?:\\\\[0-7]{3}){4,}"
            + "|(?:\\\\u\\{[0-9a-fA-F]{2,6}\\}){4,}|(?:=[0-9A-F]{2}){6,}|(?:\\b0x[0-9a-fA-F]{2}\\b[\\s,]{0,3}){6,}|(?:\\b[0-9a-fA-F]{2}[ :]){12,}");
    private static final Pattern CHECKSUM = Pattern.compile("(?i)(?:sha(?:1|256|384|512)|md5|digest|checksum|integrity|h1)[-:= ]{1,3}$");
    private static final int LONG = 40;

    @Override
    public String id() {
        return "encoded";
    }

    @Override
    public Action action() {
        return Action.QUARANTINE;
    }

    @Override
    public String about() {
        return "Long runs of base64 or hexadecimal digits, shorter ones that decode to a text, and text in escapes,"
                + " character codes or Morse signs.";
    }

    @Override
    public void examine(Draft draft) {
        String text = draft.text();
        Matcher escapes = ESCAPES.matcher(text);
        if (escapes.find()) {
            draft.found(this, escapes.start(), "has text in escapes: " + Visible.quote(escapes.group()));
            return;
        }
        Optional<CharacterCodes.Find> codes = CharacterCodes.in(text);
        if (codes.isPresent()) {
            draft.found(this, codes.get().at(), "has a text in codes: " + Visible.quote(codes.get().written()) + " says "
                    + Visible.quote(codes.get().says()));
            return;
        }
        if (!runs(draft, RUN.matcher(text))) {
            runs(draft, URL_SAFE.matcher(text));
        }
    }

    private boolean runs(Draft draft, Matcher run) {
        while (run.find()) {
            String digits = run.group();
            String decoded = Decoded.text(digits);
            if (!decoded.isEmpty()) {
                draft.found(this, run.start(), "has a text in disguise: " + Visible.quote(digits) + " says " + Visible.quote(decoded));
                return true;
            }
            if (isOpaque(draft.text(), run)) {
                draft.found(this, run.start(), "has a long run of digits that only a program reads: " + Visible.quote(digits));
                return true;
            }
        }
        return false;
    }

    private static boolean isOpaque(String text, Matcher run) {
        String digits = run.group();
        boolean checksum = CHECKSUM.matcher(text.substring(Math.max(0, run.start() - 12), run.start())).find();
        if (checksum && digits.length() <= 128) {
            return false;
        }
        if (HEX.matcher(digits).matches()) {
            int n = digits.length();
            return n > 40 && n != 56 && n != 64 && n != 96 && n != 128;
        }
        return digits.length() >= LONG && isMixed(digits) || digits.startsWith("H4sI") || digits.startsWith("TVqQ");
    }

    /** Capitals, small letters and digits change places all the time; in names and paths they do not. */
    private static boolean isMixed(String digits) {
        int changes = 0;
        for (int i = 1; i < digits.length(); i++) {
            changes += kind(digits.charAt(i)) != kind(digits.charAt(i - 1)) ? 1 : 0;
        }
        return changes * 5 >= digits.length() * 2;
    }

    private static int kind(char c) {
        return Character.isDigit(c) ? 0 : Character.isUpperCase(c) ? 1 : Character.isLowerCase(c) ? 2 : 3;
    }
}
