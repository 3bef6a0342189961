package org.immunarium.study.export;

import java.util.Locale;

/// What a run can be written as. Each kind of study has some of these.
public enum Format {
    /// Of a patient all time courses in one long table: variant, time, column, unit, value.
    /// Of a tissue a table of its cells and one of its substances for each frame.
    CSV,
    /// The model with the values that the run used and the doses that it gave as events, so
    /// that it runs alone; of variants, one file each.
    SBML,
    /// Cells of all frames for Python and R, as AnnData in Zarr.
    ANNDATA,
    /// All frames for ParaView.
    VTK,
    /// All frames for the Simularium viewer.
    SIMULARIUM,
    /// A picture of each frame.
    SVG,
    /// A picture of each frame.
    PNG,
    /// Data sets of a trial as CDISC's Analysis Data Model names them.
    ADAM,
    /// All tables, of any run, by the column, for R, Python and Spark.
    PARQUET;

    /// As on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a frame is drawn, which has a background.
    public boolean isPicture() {
        return this == SVG || this == PNG;
    }
}
