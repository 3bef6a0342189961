package org.immunarium.equations.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.immunarium.numerics.functions.ColumnExponential;

/// Bytecode for a block of lanes at once, by the Vector API: numbers are vectors, truths masks, a
/// choice computes both values and blends them. Functions read and write columns of arrays, so that no
/// vector passes through a call.
final class VectorCode extends ChunkCode {

    private static final String API = "jdk.incubator.vector.";
    private static final ClassDesc DOUBLE_VECTOR = ClassDesc.of(API + "DoubleVector");
    private static final ClassDesc VECTOR = ClassDesc.of(API + "Vector");
    private static final ClassDesc MASK = ClassDesc.of(API + "VectorMask");
    private static final ClassDesc SPECIES = ClassDesc.of(API + "VectorSpecies");
    private static final ClassDesc OPERATORS = ClassDesc.of(API + "VectorOperators");
    private static final ClassDesc COMPARISON = ClassDesc.of(API + "VectorOperators$Comparison");
    private static final ClassDesc UNARY = ClassDesc.of(API + "VectorOperators$Unary");
    private static final ClassDesc COLUMN_EXPONENTIAL = ClassDesc.of(ColumnExponential.class.getName());
    private static final ClassDesc COLUMN_FUNCTIONS = ClassDesc.of(ColumnFunctions.class.getName());

    private static final ClassDesc ARRAY = ConstantDescs.CD_double.arrayType();
    private static final ClassDesc INT = ConstantDescs.CD_int;
    private static final MethodTypeDesc FROM_ARRAY = MethodTypeDesc.of(DOUBLE_VECTOR, SPECIES, ARRAY, INT);
    private static final MethodTypeDesc INTO_ARRAY = MethodTypeDesc.of(ConstantDescs.CD_void, ARRAY, INT);
    private static final MethodTypeDesc BROADCAST = MethodTypeDesc.of(DOUBLE_VECTOR, SPECIES, ConstantDescs.CD_double);
    private static final MethodTypeDesc WITH_VECTOR = MethodTypeDesc.of(DOUBLE_VECTOR, VECTOR);
    private static final MethodTypeDesc ALONE = MethodTypeDesc.of(DOUBLE_VECTOR);
    private static final MethodTypeDesc COMPARE = MethodTypeDesc.of(MASK, COMPARISON, VECTOR);
    private static final MethodTypeDesc COMPARE_NUMBER = MethodTypeDesc.of(MASK, COMPARISON, ConstantDescs.CD_double);
    private static final MethodTypeDesc BLEND = MethodTypeDesc.of(DOUBLE_VECTOR, VECTOR, MASK);
    private static final MethodTypeDesc BLEND_NUMBER = MethodTypeDesc.of(DOUBLE_VECTOR, ConstantDescs.CD_double, MASK);
    private static final MethodTypeDesc COLUMN_UNARY =
            MethodTypeDesc.of(ConstantDescs.CD_void, ARRAY, INT, ARRAY, INT, INT);
    private static final MethodTypeDesc COLUMN_BINARY =
            MethodTypeDesc.of(ConstantDescs.CD_void, ARRAY, INT, ARRAY, INT, ARRAY, INT, INT);
    private static final MethodTypeDesc COLUMN_ANY =
            MethodTypeDesc.of(ConstantDescs.CD_void, ARRAY, INT, ARRAY, INT, ARRAY, INT, INT, INT);

    private final String species;

    VectorCode(CodeBuilder code, EvaluationSchedule schedule, CodePlan plan, Layout layout, boolean steady) {
        super(code, schedule, plan, layout, steady);
        species = "SPECIES_" + 64 * layout.block();
    }

    @Override
    boolean isFree(int node) {
        return false;
    }

    @Override
    TypeKind kind(int node) {
        return TypeKind.REFERENCE;
    }

    private void species() {
        code.getstatic(DOUBLE_VECTOR, species, SPECIES);
    }

    @Override
    void constant(double value) {
        species();
        code.loadConstant(value);
        code.invokestatic(DOUBLE_VECTOR, "broadcast", BROADCAST);
    }

    @Override
    void truth(boolean value) {
        species();
        code.loadConstant(value ? 1 : 0);
        code.invokeinterface(SPECIES, "maskAll", MethodTypeDesc.of(MASK, ConstantDescs.CD_boolean));
    }

    @Override
    void load(Place place, boolean truth) {
        species();
        code.aload(place.array());
        position(place);
        code.invokestatic(DOUBLE_VECTOR, "fromArray", FROM_ARRAY);
        if (truth) {
            code.getstatic(OPERATORS, "NE", COMPARISON).dconst_0();
            code.invokevirtual(DOUBLE_VECTOR, "compare", COMPARE_NUMBER);
        }
    }

    @Override
    void store(Place place, Runnable value, boolean truth) {
        if (truth) {
            constant(0);
            code.dconst_1();
            value.run();
            code.invokevirtual(DOUBLE_VECTOR, "blend", BLEND_NUMBER);
        } else {
            value.run();
        }
        code.aload(place.array());
        position(place);
        code.invokevirtual(DOUBLE_VECTOR, "intoArray", INTO_ARRAY);
    }

    @Override
    void compute(int node, int chunk) {
        Operation operation = graph.operation(node);
        int a = graph.operand(node, 0);
        int b = graph.operand(node, 1);
        if (operation == Operation.SELECT) {
            value(graph.operand(node, 2), chunk);
            value(b, chunk);
            value(a, chunk);
            code.invokevirtual(DOUBLE_VECTOR, "blend", BLEND);
            return;
        }
        value(a, chunk);
        switch (operation.kind) {
            case COMPARISON -> {
                code.getstatic(OPERATORS, comparison(operation), COMPARISON);
                value(b, chunk);
                code.invokevirtual(DOUBLE_VECTOR, "compare", COMPARE);
            }
            case LOGIC -> {
                value(b, chunk);
                String name = operation == Operation.AND ? "and" : operation == Operation.OR ? "or" : "xor";
                code.invokevirtual(MASK, name, MethodTypeDesc.of(MASK, MASK));
            }
            case UNARY_LOGIC -> code.invokevirtual(MASK, "not", MethodTypeDesc.of(MASK));
            case UNARY_ARITHMETIC -> unary(operation);
            case ARITHMETIC -> {
                value(b, chunk);
                code.invokevirtual(DOUBLE_VECTOR, arithmetic(operation), WITH_VECTOR);
            }
            default -> throw new IllegalStateException(operation + " is no operation on vectors");
        }
    }

    private void unary(Operation operation) {
        switch (operation) {
            case NEGATE -> code.invokevirtual(DOUBLE_VECTOR, "neg", ALONE);
            case ABS -> code.invokevirtual(DOUBLE_VECTOR, "abs", ALONE);
            default -> code.invokevirtual(DOUBLE_VECTOR, "sqrt", ALONE);
        }
    }

    private static String comparison(Operation operation) {
        return switch (operation) {
            case LESS -> "LT";
            case LESS_OR_EQUAL -> "LE";
            case EQUAL -> "EQ";
            default -> "NE";
        };
    }

    private static String arithmetic(Operation operation) {
        return switch (operation) {
            case ADD -> "add";
            case SUBTRACT -> "sub";
            case MULTIPLY -> "mul";
            case DIVIDE -> "div";
            case MIN -> "min";
            default -> "max";
        };
    }

    @Override
    boolean writesColumn(int node) {
        return graph.operation(node).isFunction();
    }

    @Override
    void callOnColumns(int node) {
        Operation operation = graph.operation(node);
        column(graph.operand(node, 0));
        boolean ownColumns = operation == Operation.EXP || operation == Operation.LOG || operation == Operation.POW;
        if (operation.operands() == 2 || !ownColumns) {
            column(graph.operand(node, operation.operands() - 1));
        }
        column(node);
        code.loadConstant(layout.block());
        switch (operation) {
            case EXP -> code.invokestatic(COLUMN_EXPONENTIAL, "exp", COLUMN_UNARY);
            case LOG -> code.invokestatic(COLUMN_EXPONENTIAL, "log", COLUMN_UNARY);
            case POW -> code.invokestatic(COLUMN_EXPONENTIAL, "pow", COLUMN_BINARY);
            default -> {
                code.loadConstant(operation.ordinal());
                code.invokestatic(COLUMN_FUNCTIONS, "apply", COLUMN_ANY);
            }
        }
    }

    private void column(int node) {
        Place place = place(node);
        code.aload(place.array());
        position(place);
    }
}
