package org.immunarium.study.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.immunarium.results.AtomicFolder;
import org.immunarium.results.Build;
import org.immunarium.results.Manifest;
import org.immunarium.results.Packed;
import org.immunarium.results.RunFolder;
import org.immunarium.study.DivisibleStudy;
import org.immunarium.study.InputFiles;
import org.immunarium.study.Overrides;
import org.immunarium.study.PreparedStudy;
import org.immunarium.study.UnfitWorkplace;

/// All of a run that another process needs to carry out pieces of it: its study, the copies of its inputs, and
/// what the command line said. The study is prepared there as that of a run that is resumed.
///
/// @param files by where they are within the run's folder
public record StudyCopy(Map<String, byte[]> files) {

    /// Of a run that has begun.
    public static StudyCopy of(RunFolder run) {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (String name : new String[] {Manifest.FILE, InputFiles.STUDY}) {
                files.put(name, Files.readAllBytes(run.file(name)));
            }
            Path inputs = run.file(InputFiles.COPIES);
            if (Files.isDirectory(inputs)) {
                try (Stream<Path> all = Files.list(inputs)) {
                    for (Path each : all.toList()) {
                        files.put(InputFiles.COPIES + "/" + each.getFileName(), Files.readAllBytes(each));
                    }
                }
            }
            return new StudyCopy(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// In bytes, which [#read] reads.
    public byte[] bytes() {
        return Packed.of(out -> {
            out.put(files.size());
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.put(file.getKey());
                out.put(file.getValue().length);
                out.put(file.getValue());
            }
        });
    }

    public static StudyCopy read(byte[] bytes) {
        return Packed.read(bytes, in -> {
            Map<String, byte[]> files = new TreeMap<>();
            for (int left = in.takeInt(); left > 0; left--) {
                String name = in.takeText();
                files.put(name, in.takeBytes(in.takeInt()));
            }
            return new StudyCopy(files);
        });
    }

    /// Another process finds its code in other places, so that only what a build says of itself can be compared.
    private static void checkBuild(Build began, Build here) {
        if (!began.version().equals(here.version()) || !began.commit().equals(here.commit())) {
            throw new UnfitWorkplace("the run is of Immunarium " + began.inWords() + ", and here is " + here.inWords()
                    + "; the same was expected everywhere");
        }
    }

    /// Reads and checks the study once more, in a folder of its own.
    ///
    /// @throws UnfitWorkplace if this is another build than that of the run
    /// @throws org.immunarium.units.InvalidInputException if it cannot be read here
    /// @throws IllegalArgumentException if it cannot be divided
    public UnpackedStudy unpack() {
        try {
            Path folder = Files.createTempDirectory("immunarium-study");
            try {
                return new UnpackedStudy(prepared(folder), folder);
            } catch (IOException | RuntimeException | Error e) {
                AtomicFolder.remove(folder);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DivisibleStudy prepared(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        RunFolder run = RunFolder.open(folder);
        checkBuild(Manifest.read(run).build(), Build.here());
        Overrides overrides = Overrides.parse(Manifest.read(run).overrides());
        OpenedStudy opened = OpenedStudy.of(run);
        PreparedStudy prepared = opened.with(overrides).study().prepare(opened.files());
        if (prepared instanceof DivisibleStudy divisible) {
            return divisible;
        }
        throw new IllegalArgumentException("a study that cannot be divided");
    }
}
