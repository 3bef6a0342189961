package org.immunarium.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A lab for the tests of a class, and a browser that looks at it. After a test that failed a picture of each page
/// is left; after one that did not, no browser may have had anything to complain of.
final class OpenLab implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    /// Of a large screen and of a telephone, in pixels.
    static final int WIDE = 1440;

    static final int NARROW = 390;

    private Path folder = Path.of("");
    private @Nullable LabServer lab;
    private @Nullable Browsers browsers;

    @Override
    public void beforeAll(ExtensionContext test) throws IOException {
        browsers = Browsers.start();
        folder = Files.createTempDirectory("lab");
        lab = LabServer.start(InetAddress.getLoopbackAddress(), 0, folder.resolve("runs"), 2);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Browsers browsers = browsers();
        if (test.getExecutionException().isPresent()) {
            browsers.pictures("failed-" + test.getRequiredTestMethod().getName());
        } else {
            assertThat(browsers.complaints()).as("what browsers complained of").isEmpty();
        }
        browsers.leave();
    }

    @Override
    public void afterAll(ExtensionContext test) throws IOException {
        if (lab == null || browsers == null) {
            return;
        }
        lab.close();
        browsers.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    /// A folder for files of the tests, beside the runs.
    Path folder() {
        return folder;
    }

    /// The home page in a fresh profile, by the address that the lab prints.
    Page open(int width, ColorScheme colours) {
        return browsers().open(Objects.requireNonNull(lab), width, colours);
    }

    private Browsers browsers() {
        return Objects.requireNonNull(browsers);
    }

    /// The same in the light, on a large screen.
    Page open() {
        return open(WIDE, ColorScheme.LIGHT);
    }
}
