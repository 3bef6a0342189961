package org.immunarium.study.tissue.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Pictures of tissues.
final class TissuePictureTest {

    private static final Pattern LINE = Pattern.compile("<text x=\"12\"[^>]*font-size=\"15\"[^>]*>([^<]*)</text>");

    @Test
    void aTitleThatIsTooLongGoesOnInTheNextLine() {
        String brief = "A tumour";
        String longer = "A tumour that hides behind PD-L1, without and with nivolumab: no treatment, seen from above";
        assertThat(head(brief)).containsExactly("A tumour, 36 h");
        List<String> lines = head(longer);
        assertThat(lines)
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(StrokeFont.width(line, 15)).isLessThan(520));
        assertThat(String.join(" ", lines)).isEqualTo(longer + ", 36 h");
    }

    private static List<String> head(String title) {
        Panel panel = new Panel("", 0, 0, 100, 100, new Discs(), Optional.empty(), List.of(), List.of());
        Moment moment = new Moment(2160, List.of("tumour"), List.of("alive"), new int[][] {{1}}, List.of(panel));
        return LINE.matcher(TissuePicture.whole(moment, title).svg(10))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
