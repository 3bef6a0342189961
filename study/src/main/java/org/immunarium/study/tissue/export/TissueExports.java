package org.immunarium.study.tissue.export;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.results.AtomicFile;
import org.immunarium.results.RunFolder;
import org.immunarium.study.export.Exporter;
import org.immunarium.study.export.Exporter.Exported;
import org.immunarium.study.export.Exporter.Part;
import org.immunarium.study.export.Format;
import org.immunarium.study.tissue.frame.Frame;
import org.immunarium.study.tissue.frame.RunFrames;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;

/// What a run of a tissue can be written as: all of it is made from its frames.
public final class TissueExports {

    private TissueExports() {}

    /// All formats, each with who writes it; of variants, each has a file or folder of its own.
    public static Map<Format, Exporter> all() {
        Map<Format, Exporter> all = new EnumMap<>(Format.class);
        all.put(Format.CSV, folders("frames-csv", (part, frames) -> folder -> CellTables.write(frames, folder)));
        all.put(Format.ANNDATA, folders("anndata.zarr", (part, frames) -> {
            String title = part.title();
            return folder -> new AnnDataStore(frames).write(folder, title);
        }));
        all.put(Format.VTK, folders("vtk", (part, frames) -> folder -> VtkFiles.write(frames, folder)));
        all.put(
                Format.SIMULARIUM,
                request -> each(request, "run.simularium", (part, frames) -> {
                    String title = part.title();
                    return Exported.file(
                            part.place(), file -> new SimulariumFile(frames, title).write(file, part.folder()));
                }));
        all.put(Format.SVG, request -> pictures(request, false));
        all.put(Format.PNG, request -> pictures(request, true));
        return all;
    }

    /// Writes the frames of a run, or of one of its variants.
    @FunctionalInterface
    private interface Writer<T> {
        T of(Part part, List<Frame> frames);
    }

    private static Exporter folders(String unless, Writer<AtomicFile.Content> writer) {
        return request ->
                each(request, unless, (part, frames) -> Exported.folder(part.place(), writer.of(part, frames)));
    }

    private static List<Exported> each(Exporter.Request request, String unless, Writer<Exported> writer) {
        List<Part> parts = request.parts(unless);
        Map<Part, List<Frame>> frames = new LinkedHashMap<>();
        parts.forEach(part -> frames.put(part, RunFrames.of(part.folder())));
        if (frames.values().stream().allMatch(List::isEmpty)) {
            throw new InvalidInputException(parts.stream()
                    .map(part -> Problem.of(part.words(), lacking(request.run(), part)))
                    .toList());
        }
        List<Exported> all = new ArrayList<>();
        frames.forEach((part, its) -> {
            if (its.isEmpty()) {
                request.notices().accept(part.words() + ": " + lacking(request.run(), part));
            } else {
                all.add(writer.of(part, its));
            }
        });
        return all;
    }

    private static List<Exported> pictures(Exporter.Request request, boolean pixels) {
        return folders(pixels ? "pictures-png" : "pictures-svg", (part, frames) -> {
                    checkBackground(request, frames.getFirst());
                    Optional<String> background =
                            request.background().or(() -> frames.getFirst().background());
                    String title = part.title();
                    return folder -> PictureFiles.write(frames, background, title, pixels, folder);
                })
                .of(request);
    }

    private static void checkBackground(Exporter.Request request, Frame frame) {
        List<String> substances =
                frame.substances().stream().map(Frame.Quantity::name).toList();
        request.background().filter(name -> !substances.contains(name)).ifPresent(name -> {
            throw new InvalidInputException(Problem.of(
                    "--background", "the run has no substance \"" + name + "\"" + NearMiss.hint(name, substances)));
        });
    }

    /// Why there are no frames of a part, and what can be done.
    private static String lacking(RunFolder run, Part part) {
        return Files.exists(part.folder().tables())
                ? "has no frames to export; run the study again with output.frames in it, or with --set"
                        + " \"output.frames=60 min\""
                : "was not run, so there is nothing to export; `immunarium resume " + run.path() + "` runs it";
    }
}
