package org.immunarium.equations.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Locale;
import org.immunarium.numerics.functions.ElementaryFunctions;

/// Bytecode for one lane at a time: numbers are doubles, truths ints or jumps. What a choice leaves out
/// is not computed, unless something else uses it too.
final class ScalarCode extends ChunkCode {

    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    private static final ClassDesc DIVISION = ClassDesc.of(Division.class.getName());
    private static final ClassDesc FUNCTIONS = ClassDesc.of(ElementaryFunctions.class.getName());
    private static final MethodTypeDesc UNARY = MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double);
    private static final MethodTypeDesc BINARY =
            MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double, ConstantDescs.CD_double);

    ScalarCode(CodeBuilder code, EvaluationSchedule schedule, CodePlan plan, Layout layout, boolean steady) {
        super(code, schedule, plan, layout, steady);
    }

    @Override
    boolean isFree(int node) {
        return graph.isLeaf(node) && (graph.isConstant(node) || graph.isTruth(node));
    }

    @Override
    TypeKind kind(int node) {
        return graph.isTruth(node) ? TypeKind.INT : TypeKind.DOUBLE;
    }

    @Override
    void constant(double value) {
        code.loadConstant(value);
    }

    @Override
    void truth(boolean value) {
        code.loadConstant(value ? 1 : 0);
    }

    @Override
    void load(Place place, boolean truth) {
        code.aload(place.array());
        position(place);
        code.daload();
        if (truth) {
            code.d2i();
        }
    }

    @Override
    void store(Place place, Runnable value, boolean truth) {
        code.aload(place.array());
        position(place);
        value.run();
        if (truth) {
            code.i2d();
        }
        code.dastore();
    }

    @Override
    void compute(int node, int chunk) {
        Operation operation = graph.operation(node);
        switch (operation.kind) {
            case COMPARISON, LOGIC, UNARY_LOGIC -> truthOf(node, chunk);
            case CHOICE -> choice(node, chunk);
            default -> {
                for (int k = 0; k < operation.operands(); k++) {
                    value(graph.operand(node, k), chunk);
                }
                arithmetic(operation);
            }
        }
    }

    private void arithmetic(Operation operation) {
        switch (operation) {
            case ADD -> code.dadd();
            case SUBTRACT -> code.dsub();
            case MULTIPLY -> code.dmul();
            case DIVIDE -> code.ddiv();
            case NEGATE -> code.dneg();
            case REMAINDER -> code.drem();
            case MIN, MAX -> code.invokestatic(MATH, name(operation), BINARY);
            case ABS, SQRT, FLOOR, CEIL -> code.invokestatic(MATH, name(operation), UNARY);
            case QUOTIENT -> code.invokestatic(DIVISION, "quotient", BINARY);
            case LOG_TO_BASE -> code.invokestatic(FUNCTIONS, "log", BINARY);
            default -> code.invokestatic(FUNCTIONS, name(operation), operation.operands() == 1 ? UNARY : BINARY);
        }
    }

    private static String name(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT);
    }

    private void choice(int node, int chunk) {
        Label otherwise = code.newLabel();
        Label end = code.newLabel();
        jump(graph.operand(node, 0), chunk, otherwise, false);
        value(graph.operand(node, 1), chunk);
        code.goto_(end);
        code.labelBinding(otherwise);
        value(graph.operand(node, 2), chunk);
        code.labelBinding(end);
    }

    /// Pushes 1 or 0.
    private void truthOf(int node, int chunk) {
        Label no = code.newLabel();
        Label end = code.newLabel();
        jumpByOperation(node, chunk, no, false);
        code.iconst_1().goto_(end);
        code.labelBinding(no).iconst_0();
        code.labelBinding(end);
    }

    /// Jumps to the label if the node has the truth `when`, else goes on.
    private void jump(int node, int chunk, Label target, boolean when) {
        if (hasLocal(node) || plan.chunk(node) != chunk) {
            value(node, chunk);
            if (when) {
                code.ifne(target);
            } else {
                code.ifeq(target);
            }
        } else {
            jumpByOperation(node, chunk, target, when);
        }
    }

    private void jumpByOperation(int node, int chunk, Label target, boolean when) {
        int a = graph.operand(node, 0);
        int b = graph.operand(node, 1);
        Operation operation = graph.operation(node);
        switch (operation) {
            case NOT -> jump(a, chunk, target, !when);
            case AND, OR -> {
                boolean decides = operation == Operation.OR;
                if (when == decides) {
                    jump(a, chunk, target, when);
                    jump(b, chunk, target, when);
                } else {
                    Label decided = code.newLabel();
                    jump(a, chunk, decided, decides);
                    jump(b, chunk, target, when);
                    code.labelBinding(decided);
                }
            }
            case XOR -> {
                value(a, chunk);
                value(b, chunk);
                code.ixor();
                if (when) {
                    code.ifne(target);
                } else {
                    code.ifeq(target);
                }
            }
            default -> {
                value(a, chunk);
                value(b, chunk);
                compare(operation, target, when);
            }
        }
    }

    /// With NaN no comparison holds but "not equal".
    private void compare(Operation operation, Label target, boolean when) {
        switch (operation) {
            case LESS -> {
                code.dcmpg();
                if (when) {
                    code.iflt(target);
                } else {
                    code.ifge(target);
                }
            }
            case LESS_OR_EQUAL -> {
                code.dcmpg();
                if (when) {
                    code.ifle(target);
                } else {
                    code.ifgt(target);
                }
            }
            case EQUAL, NOT_EQUAL -> {
                code.dcmpg();
                if (when == (operation == Operation.EQUAL)) {
                    code.ifeq(target);
                } else {
                    code.ifne(target);
                }
            }
            default -> throw new IllegalStateException(operation + " compares nothing");
        }
    }

    @Override
    boolean writesColumn(int node) {
        return false;
    }

    @Override
    void callOnColumns(int node) {
        throw new IllegalStateException("scalar code has no columns");
    }
}
