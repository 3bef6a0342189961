package org.immunarium.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A run as one file to take away: a ZIP archive of its folder, written as it is read, so that none is too large.
final class ArchiveApi {

    /// The safe point of a run that goes on: of no use elsewhere.
    private static final String CHECKPOINT = "checkpoint";

    private final LabFolder folder;

    ArchiveApi(LabFolder folder) {
        this.folder = folder;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/api/runs/{run}/archive", (_, parts) -> archive(parts));
    }

    private Answer archive(Map<String, String> parts) {
        String name = parts.getOrDefault("run", "");
        Path run = folder.open(name).path();
        return Answer.stream("application/zip", out -> write(run, name, out))
                .with("Content-Disposition", "attachment; filename=\"" + name + ".zip\"");
    }

    /// Writes the archive; of one whose file cannot be read, the end is missing, so that nobody takes it for whole.
    private static void write(Path run, String name, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        Files.walkFileTree(run, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                return each.equals(run.resolve(CHECKPOINT)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && !each.getFileName().toString().startsWith(".")) {
                    add(zip, name + "/" + run.relativize(each).toString().replace('\\', '/'), each, attributes);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path each, IOException failed) throws IOException {
                if (failed instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failed;
            }
        });
        zip.finish();
    }

    private static void add(ZipOutputStream zip, String name, Path file, BasicFileAttributes attributes)
            throws IOException {
        InputStream in;
        try {
            in = Files.newInputStream(file);
        } catch (NoSuchFileException gone) {
            // A run that goes on removed it meanwhile.
            return;
        }
        try (in) {
            ZipEntry entry = new ZipEntry(name);
            entry.setLastModifiedTime(attributes.lastModifiedTime());
            zip.putNextEntry(entry);
            in.transferTo(zip);
            zip.closeEntry();
        }
    }
}
