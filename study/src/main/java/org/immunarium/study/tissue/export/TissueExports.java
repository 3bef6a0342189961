package org.immunarium.study.tissue.export;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunarium.results.AtomicFile;
import org.immunarium.results.Manifest;
import org.immunarium.study.export.Exporter;
import org.immunarium.study.export.Exporter.Exported;
import org.immunarium.study.export.RunExport.Format;
import org.immunarium.study.tissue.frame.Frame;
import org.immunarium.study.tissue.frame.RunFrames;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.NearMiss;
import org.immunarium.units.Problem;

/// What a run of a tissue can be written as: all of it is made from its frames.
public final class TissueExports {

    private TissueExports() {}

    /// All formats, each with who writes it.
    public static Map<Format, Exporter> all() {
        Map<Format, Exporter> all = new EnumMap<>(Format.class);
        all.put(Format.CSV, request -> {
            List<Frame> frames = frames(request);
            return folder(request, "frames-csv", partial -> CellTables.write(frames, partial));
        });
        all.put(Format.ANNDATA, request -> {
            List<Frame> frames = frames(request);
            String title = Manifest.read(request.run()).title();
            return folder(request, "anndata.zarr", partial -> new AnnDataStore(frames).write(partial, title));
        });
        all.put(Format.VTK, request -> {
            List<Frame> frames = frames(request);
            return folder(request, "vtk", partial -> VtkFiles.write(frames, partial));
        });
        all.put(Format.SIMULARIUM, request -> {
            List<Frame> frames = frames(request);
            Path place = request.place("run.simularium");
            String title = Manifest.read(request.run()).title();
            return List.of(
                    Exported.file(place, partial -> new SimulariumFile(frames, title).write(partial, request.run())));
        });
        all.put(Format.SVG, request -> pictures(request, false));
        all.put(Format.PNG, request -> pictures(request, true));
        return all;
    }

    private static List<Exported> folder(Exporter.Request request, String unless, AtomicFile.Content content) {
        return List.of(Exported.folder(request.place(unless), content));
    }

    private static List<Exported> pictures(Exporter.Request request, boolean pixels) {
        List<Frame> frames = frames(request);
        List<String> substances = frames.getFirst().substances().stream()
                .map(Frame.Quantity::name)
                .toList();
        request.background().filter(name -> !substances.contains(name)).ifPresent(name -> {
            throw new InvalidInputException(Problem.of(
                    "--background", "the run has no substance \"" + name + "\"" + NearMiss.hint(name, substances)));
        });
        Optional<String> background =
                request.background().or(() -> frames.getFirst().background());
        String title = Manifest.read(request.run()).title();
        return folder(
                request,
                pixels ? "pictures-png" : "pictures-svg",
                partial -> PictureFiles.write(frames, background, title, pixels, partial));
    }

    /// @throws InvalidInputException where there are none
    private static List<Frame> frames(Exporter.Request request) {
        List<Frame> frames = RunFrames.of(request.run());
        if (frames.isEmpty()) {
            throw new InvalidInputException(Problem.of(
                    request.run().path().toString(),
                    "has no frames to export; run the study again with output.frames in it, or with --set"
                            + " \"output.frames=60 min\""));
        }
        return frames;
    }
}
