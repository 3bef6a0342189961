package org.immunarium.study.tissue;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.immunarium.results.RunFolder;
import org.immunarium.study.Overrides;
import org.immunarium.study.RunContext;
import org.immunarium.study.StopSignal;
import org.immunarium.study.report.Report;
import org.immunarium.study.report.figure.Figure;
import org.immunarium.study.run.StudyRun;
import org.immunarium.study.tissue.frame.Frame;
import org.immunarium.study.tissue.frame.RunFrames;
import org.immunarium.study.tissue.picture.Moment;
import org.immunarium.study.tissue.picture.TissueFigure;
import org.immunarium.study.tissue.picture.TissuePicture;
import org.immunarium.study.tissue.picture.TissuePictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// A picture shows the cells and substances of a frame, in two dimensions and in three.
final class PictureOfATissueTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyCellOfAFlatTissueIsADisc() throws Exception {
        List<Frame> frames = frames(false);
        Moment moment = new TissuePictures(frames, Optional.empty()).of(frames.getFirst());
        Document svg = xml(TissuePicture.whole(moment, "Small <tissue>").svg(1000));
        // In the picture: 40 cells and 40 nuclei; in the legend: one of each type.
        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(2 * 40 + 2 * 2);
        assertThat(svg.getElementsByTagName("image").getLength()).isZero();
        assertThat(svg.getDocumentElement().getAttribute("aria-label")).isEqualTo("Small <tissue> at 0 min");
        assertThat(text(svg, "title")).containsExactly("Small <tissue> at 0 min");
        assertThat(text(svg, "desc")).containsExactly("tumour: 20 alive; killer: 20 alive.");
        assertThat(text(svg, "text"))
                .contains("Small <tissue>, 0 min", "50 µm", "tumour", "killer", "20 alive")
                .doesNotContain("Cut at z = 0");
    }

    @Test
    void manyCellsAreAnImageInTheDrawing() throws Exception {
        List<Frame> frames = frames(false);
        Moment moment = new TissuePictures(frames, Optional.empty()).of(frames.getFirst());
        Document svg = xml(TissuePicture.bare(moment).svg(39));
        assertThat(svg.getElementsByTagName("circle").getLength()).isZero();
        BufferedImage image = image(svg, 0);
        assertThat(image.getWidth()).isEqualTo(image.getHeight()).isGreaterThan(500);
        long coloured = IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xffffff) != 0xffffff)
                .count();
        // 40 cells of 222 µm² in 40,000 µm²; some lie on others or on the edge.
        assertThat(coloured / (double) (image.getWidth() * image.getHeight())).isBetween(0.12, 0.24);
    }

    @Test
    void aSubstanceIsAColourAVoxel() throws Exception {
        List<Frame> frames = frames(false);
        TissuePictures pictures = new TissuePictures(frames, Optional.of("oxygen"));
        Document svg =
                xml(TissuePicture.whole(pictures.of(frames.getLast()), "").svg(1000));
        BufferedImage map = image(svg, 0);
        assertThat(map.getWidth()).isEqualTo(10);
        assertThat(map.getHeight()).isEqualTo(10);
        double[] values =
                frames.getLast().field(frames.getLast().substances().getFirst()).values();
        int lowest = 0;
        int highest = 0;
        for (int i = 0; i < values.length; i++) {
            lowest = values[i] < values[lowest] ? i : lowest;
            highest = values[i] > values[highest] ? i : highest;
        }
        // Rows of an image go downwards, those of a substance upwards; more is darker.
        assertThat(map.getRGB(lowest % 10, 9 - lowest / 10) & 0xff)
                .isGreaterThan(map.getRGB(highest % 10, 9 - highest / 10) & 0xff);
        assertThat(text(svg, "text")).contains("oxygen [mmHg]");
    }

    @Test
    void theLabelsOfColoursAreWithinThePicture() throws Exception {
        List<Frame> frames = frames(false);
        Moment moment = new TissuePictures(frames, Optional.of("oxygen")).of(frames.getLast());
        Document svg = xml(TissuePicture.bare(moment).svg(1000));
        double width = Double.parseDouble(svg.getDocumentElement().getAttribute("width"));
        NodeList texts = svg.getElementsByTagName("text");
        List<Element> labels = IntStream.range(0, texts.getLength())
                .mapToObj(i -> (Element) texts.item(i))
                .filter(each -> each.getAttribute("text-anchor").equals("middle"))
                .toList();
        assertThat(labels).isNotEmpty().allSatisfy(label -> {
            // A digit is some half as wide as it is high.
            double half = label.getTextContent().length() * Double.parseDouble(label.getAttribute("font-size")) / 4;
            assertThat(Double.parseDouble(label.getAttribute("x")) + half).isLessThan(width);
        });
    }

    @Test
    void aDeepTissueIsCutAndSeenFromOutside() throws Exception {
        List<Frame> frames = frames(true);
        Moment moment = new TissuePictures(frames, Optional.of("oxygen")).of(frames.getFirst());
        Document svg = xml(TissuePicture.whole(moment, "Deep").svg(1000));
        assertThat(text(svg, "text")).contains("Cut at z = 0", "From outside");
        double[] z = frames.getFirst().doubles("z");
        double[] radius = frames.getFirst().doubles("radius");
        long cut = IntStream.range(0, z.length)
                .filter(i -> Math.abs(z[i]) < radius[i])
                .count();
        NodeList panels = ((Element) svg.getDocumentElement()).getElementsByTagName("svg");
        assertThat(((Element) panels.item(0)).getElementsByTagName("circle").getLength())
                .isBetween((int) cut, 2 * (int) cut);
        assertThat(((Element) panels.item(1)).getElementsByTagName("circle").getLength())
                .isEqualTo(40);
        BufferedImage png = ImageIO.read(
                new ByteArrayInputStream(TissuePicture.whole(moment, "Deep").png(1)));
        assertThat(png.getWidth()).isGreaterThan(900);
    }

    @Test
    void aTissueThatIsNotAroundTheOriginIsCutInItsMiddle() throws Exception {
        List<Frame> frames = frames(true, 250);
        Moment moment = new TissuePictures(frames, Optional.of("oxygen")).of(frames.getFirst());
        Document svg = xml(TissuePicture.whole(moment, "Deep").svg(1000));
        assertThat(text(svg, "text")).contains("Cut at z = 250 µm", "From outside");
        double[] z = frames.getFirst().doubles("z");
        double[] radius = frames.getFirst().doubles("radius");
        int cut = (int) IntStream.range(0, z.length)
                .filter(i -> Math.abs(z[i] - 250) < radius[i])
                .count();
        assertThat(cut).isPositive();
        NodeList panels = ((Element) svg.getDocumentElement()).getElementsByTagName("svg");
        assertThat(((Element) panels.item(0)).getElementsByTagName("circle").getLength())
                .isBetween(cut, 2 * cut);
    }

    @Test
    void theReportShowsThemInPicturesWordsAndNumbers() throws IOException {
        List<Frame> frames = frames(false);
        TissuePictures pictures = new TissuePictures(frames, Optional.empty());
        Figure figure =
                new TissueFigure("The tissue", frames.stream().map(pictures::of).toList());
        assertThat(figure.inWords()).first().isEqualTo("At 0 min there are tumour: 20 alive; killer: 20 alive.");
        assertThat(figure.numbers().header()).startsWith("time [min]", "tumour, alive");
        assertThat(figure.numbers().rows()).hasSize(3);
        assertThat(figure.numbers().rows().getFirst()).startsWith("0", "20");
        String report = Files.readString(folder.resolve("run").resolve(Report.FILE));
        assertThat(report).contains("<h3>The tissue</h3>", "<h4>0 min</h4>", "<h4>6 min</h4>", "<h4>12 min</h4>");
        assertThat(report.length()).isLessThan(200_000);
    }

    private List<Frame> frames(boolean deep) throws IOException {
        return frames(deep, 0);
    }

    private List<Frame> frames(boolean deep, int middle) throws IOException {
        Path settings = SmallTissue.in(folder.resolve("project"));
        if (deep) {
            String flat = Files.readString(settings);
            Files.writeString(
                    settings,
                    flat.replace("<use_2D>true", "<use_2D>false")
                            .replace("<z_min>-10", "<z_min>" + (middle - 60))
                            .replace("<z_max>10", "<z_max>" + (middle + 60)));
        }
        StudyRun.prepare(settings.toString(), Overrides.parse(Map.of("duration", "12 min")))
                .run(Optional.of(folder.resolve("run")), List.of(), 1, new StopSignal(), RunContext.Screen.NONE);
        return RunFrames.of(new RunFolder(folder.resolve("run")));
    }

    private static Document xml(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> text(Document svg, String tag) {
        NodeList all = svg.getElementsByTagName(tag);
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> all.item(i).getTextContent())
                .toList();
    }

    private static BufferedImage image(Document svg, int number) throws IOException {
        String data = ((Element) svg.getElementsByTagName("image").item(number)).getAttribute("href");
        return ImageIO.read(new ByteArrayInputStream(
                Base64.getDecoder().decode(data.substring("data:image/png;base64,".length()))));
    }
}
