package org.immunarium.equations.compile;

import java.util.Optional;

/// A kernel that changes from being interpreted to scalar and then vector code as it is used; see
/// [KernelCode].
final class AdaptiveKernel implements Kernel {

    /// Evaluations between two looks at whether to change.
    private static final int INTERVAL = 16;

    private enum Form {
        INTERPRETED,
        SCALAR,
        VECTOR
    }

    private final KernelCode code;
    private Kernel current;
    private Form form;
    private boolean prepared;
    private int evaluations;

    AdaptiveKernel(KernelCode code) {
        this.code = code;
        boolean hasCode = code.hasScalar();
        this.form = hasCode ? Form.SCALAR : Form.INTERPRETED;
        this.current = hasCode ? code.scalar().instance() : new Interpreter(code.schedule, code.lanes);
    }

    @Override
    public int lanes() {
        return code.lanes;
    }

    @Override
    public int outputs() {
        return code.schedule.roots.length;
    }

    @Override
    public void prepare(double[] parameter) {
        current.prepare(parameter);
        prepared = true;
    }

    @Override
    public void evaluate(double[] time, double[] state, double[] parameter, double[] out) {
        if (!prepared) {
            prepare(parameter);
        }
        current.evaluate(time, state, parameter, out);
        if (form != Form.VECTOR && ++evaluations == INTERVAL) {
            evaluations = 0;
            look(time, state, parameter);
        }
    }

    private void look(double[] time, double[] state, double[] parameter) {
        if (form == Form.INTERPRETED) {
            if (code.countInterpreted(INTERVAL * code.work)) {
                change(Form.SCALAR, code.scalar(), parameter);
            }
        } else if (code.countCalculated(INTERVAL * code.work)) {
            Optional<KernelClass> vector = code.vector();
            if (vector.isPresent()) {
                change(Form.VECTOR, vector.get(), parameter);
            } else {
                code.runIn(time, state, parameter);
            }
        }
    }

    private void change(Form next, KernelClass made, double[] parameter) {
        current = made.instance();
        current.prepare(parameter);
        form = next;
    }

    /// What executes it now, for tests: `INTERPRETED`, `SCALAR` or `VECTOR`.
    String form() {
        return form.name();
    }

    @Override
    public Kernel copy() {
        return new AdaptiveKernel(code);
    }
}
