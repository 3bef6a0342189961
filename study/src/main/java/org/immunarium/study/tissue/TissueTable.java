package org.immunarium.study.tissue;

import java.util.List;
import org.immunarium.results.TableWriter;
import org.immunarium.tissue.Tissue;
import org.immunarium.tissue.cell.Cause;
import org.immunarium.tissue.cell.Losses;
import org.immunarium.tissue.measure.DrugLevel;
import org.immunarium.tissue.measure.Traits;
import org.immunarium.tissue.measure.TypeCounts;
import org.immunarium.tissue.model.CellType;
import org.immunarium.tissue.model.Substance;
import org.immunarium.tissue.model.TissueModel;

/// What a run of a tissue writes down; columns as `docs/results.md` has them.
enum TissueTable {
    /// How many cells of each type there are, and what they are like.
    CELLS(
            "cells_by_type.csv",
            "time_min",
            "cell_type",
            "live",
            "dead",
            "apoptotic",
            "necrotic",
            "mean_live_volume",
            "mean_live_pressure",
            "mean_live_damage",
            "mean_live_radius_um",
            "p95_live_radius_um") {
        @Override
        void write(Tissue tissue, TableWriter table) {
            List<CellType> types = tissue.model().types();
            for (int type = 0; type < types.size(); type++) {
                TypeCounts counts = TypeCounts.of(tissue.cells(), type);
                table.cell(tissue.time()).cell(types.get(type).name());
                table.cell(counts.live()).cell(counts.dead());
                table.cell(counts.apoptotic()).cell(counts.necrotic());
                table.cell(counts.meanVolume()).cell(counts.meanPressure());
                table.cell(counts.meanDamage()).cell(counts.meanRadius());
                table.cell(counts.p95Radius()).endRow();
            }
        }
    },
    /// Mean and range of each substance.
    SUBSTANCES("substances.csv", "time [min]", "substance", "unit", "mean", "lowest", "highest") {
        @Override
        void write(Tissue tissue, TableWriter table) {
            List<Substance> substances = tissue.model().substances();
            for (int s = 0; s < substances.size(); s++) {
                double sum = 0;
                double lowest = Double.POSITIVE_INFINITY;
                double highest = Double.NEGATIVE_INFINITY;
                double[] values = tissue.fields().concentrations(s);
                for (double each : values) {
                    sum += each;
                    lowest = Math.min(lowest, each);
                    highest = Math.max(highest, each);
                }
                table.cell(tissue.time()).cell(substances.get(s).name());
                table.cell(substances.get(s).unit()).cell(sum / values.length);
                table.cell(lowest).cell(highest).endRow();
            }
        }
    },
    /// Who was lost until then, why and by whom.
    KILLS("kills_by_cause.csv", "time [min]", "cell_type", "cause", "by", "count") {
        @Override
        void write(Tissue tissue, TableWriter table) {
            List<CellType> types = tissue.model().types();
            for (int type = 0; type < types.size(); type++) {
                for (Cause cause : Cause.values()) {
                    for (int by = Losses.NOBODY; by < types.size(); by++) {
                        long count = tissue.losses().of(type, cause, by);
                        if (count > 0) {
                            table.cell(tissue.time()).cell(types.get(type).name());
                            table.cell(cause.written());
                            table.cell(by == Losses.NOBODY ? "" : types.get(by).name());
                            table.cell(count).endRow();
                        }
                    }
                }
            }
        }
    },
    /// What living cells are like to the immune system.
    TRAITS("traits.csv", "time [min]", "cell_type", "trait", "mean", "without") {
        @Override
        boolean isOf(TissueModel model) {
            return model.immunity().isPresent();
        }

        @Override
        void write(Tissue tissue, TableWriter table) {
            List<CellType> types = tissue.model().types();
            for (int type = 0; type < types.size(); type++) {
                for (Traits.Trait trait : Traits.of(tissue, type)) {
                    table.cell(tissue.time()).cell(types.get(type).name());
                    table.cell(trait.name()).cell(trait.mean());
                    table.cell(trait.without()).endRow();
                }
            }
        }
    },
    /// How much of each drug there is, and what it does.
    DRUGS("drugs.csv", "time [min]", "drug", "unit", "blood", "tissue", "target", "share") {
        @Override
        boolean isOf(TissueModel model) {
            return model.immunity().filter(its -> !its.drugs().isEmpty()).isPresent();
        }

        @Override
        void write(Tissue tissue, TableWriter table) {
            for (DrugLevel level : DrugLevel.of(tissue)) {
                for (DrugLevel.Effect effect : level.effects()) {
                    begin(tissue, level, table).cell(effect.target());
                    table.cell(effect.share()).endRow();
                }
                if (level.effects().isEmpty()) {
                    begin(tissue, level, table).cell("").cell("").endRow();
                }
            }
        }

        private TableWriter begin(Tissue tissue, DrugLevel level, TableWriter table) {
            table.cell(tissue.time()).cell(level.drug().name());
            table.cell(level.drug().unit());
            return table.cell(level.inBlood()).cell(level.inTissue());
        }
    };

    private final String file;
    private final List<String> columns;

    TissueTable(String file, String... columns) {
        this.file = file;
        this.columns = List.of(columns);
    }

    /// Its name in the folder of tables.
    String file() {
        return file;
    }

    List<String> columns() {
        return columns;
    }

    /// Whether runs of a model have it.
    boolean isOf(TissueModel model) {
        return true;
    }

    /// Adds the rows of this time.
    abstract void write(Tissue tissue, TableWriter table);
}
