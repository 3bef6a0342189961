package org.immunarium.equations.sbml;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds how an XML file is encoded and decodes it strictly: bytes that are no characters are an error, not a
/// question mark. (The JDK's own parser writes to standard error when it meets them.)
final class XmlEncoding {

    private static final int LONGEST_DECLARATION = 256;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private XmlEncoding() {}

    /// The file as characters.
    ///
    /// @throws IOException                 if it cannot be read; reading the result throws it at wrong bytes
    /// @throws UnsupportedCharsetException if the file names an encoding that Java does not know
    static Reader reader(InputStream input) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(input, LONGEST_DECLARATION);
        byte[] start = bytes.readNBytes(LONGEST_DECLARATION);
        int mark = 0;
        Charset charset;
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            charset = StandardCharsets.UTF_8;
            mark = 3;
        } else if (startsWith(start, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        } else if (startsWith(start, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        } else {
            Matcher declared = DECLARED.matcher(new String(start, StandardCharsets.ISO_8859_1));
            charset = declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
        }
        bytes.unread(start, mark, start.length - mark);
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static boolean startsWith(byte[] start, int... bytes) {
        if (start.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((start[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
