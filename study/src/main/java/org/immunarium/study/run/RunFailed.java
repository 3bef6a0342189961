package org.immunarium.study.run;

import java.nio.file.Path;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.results.RunFolder;

/// The numbers of a run failed; what was computed before is in its folder.
public final class RunFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// A path as text: exceptions are serializable, paths are not.
    private final String folder;

    private final NumericalFailure numbers;

    RunFailed(RunFolder folder, NumericalFailure numbers) {
        super(numbers.getMessage(), numbers);
        this.folder = folder.path().toString();
        this.numbers = numbers;
    }

    public Path folder() {
        return Path.of(folder);
    }

    /// What failed, and when.
    public NumericalFailure numbers() {
        return numbers;
    }
}
