package org.immunarium.equations.compile;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// A hidden class with the code of one kernel, and the instances of it.
///
/// The class extends [CompiledKernel]. Each chunk of the plan is a static method; `steady` and
/// `changing` call them in order for one block of lanes after another. What depends on parameters
/// alone is always scalar code: it is too rarely computed for vector code to pay.
final class KernelClass {

    private static final ClassDesc SUPER = ClassDesc.of(CompiledKernel.class.getName());
    private static final ClassDesc SELF = ClassDesc.of(CompiledKernel.class.getPackageName() + ".Generated");
    private static final ClassDesc ORIGIN = ClassDesc.of(KernelClass.class.getName());
    private static final ClassDesc ARRAY = ConstantDescs.CD_double.arrayType();
    private static final MethodTypeDesc CONSTRUCTOR = MethodTypeDesc.of(ConstantDescs.CD_void, ORIGIN);
    private static final MethodTypeDesc STEADY = MethodTypeDesc.of(ConstantDescs.CD_void, ARRAY, ARRAY, ARRAY);
    private static final MethodTypeDesc CHANGING =
            MethodTypeDesc.of(ConstantDescs.CD_void, ARRAY, ARRAY, ARRAY, ARRAY, ARRAY, ARRAY);
    private static final MethodTypeDesc CHUNK_WITH_OFFSET =
            CHANGING.insertParameterTypes(CHANGING.parameterCount(), ConstantDescs.CD_int);

    private final EvaluationSchedule schedule;
    private final Tuning tuning;
    private final ChunkCode.Layout steadyLayout;
    private final ChunkCode.Layout layout;
    private final CodePlan steady;
    private final CodePlan changing;
    private final MethodHandle constructor;

    /// How code is laid out.
    ///
    /// @param lanes    lanes in all
    /// @param block    lanes at once: 1 for scalar code, else the lanes of a vector
    /// @param capacity operations in a method
    record Tuning(int lanes, int block, int capacity) {}

    KernelClass(EvaluationSchedule schedule, Tuning tuning) {
        this.schedule = schedule;
        this.tuning = tuning;
        boolean vector = tuning.block > 1;
        layout = new ChunkCode.Layout(tuning.lanes, tuning.block, vector ? columnConstants() : Map.of());
        steadyLayout = new ChunkCode.Layout(tuning.lanes, 1, Map.of());
        steady = new CodePlan(
                schedule.graph,
                schedule.steady,
                Arrays.copyOf(schedule.prepared, schedule.slotCount),
                false,
                KernelCode.SCALAR_CAPACITY);
        changing = new CodePlan(schedule.graph, schedule.changing, schedule.roots, vector, tuning.capacity);
        try {
            MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClass(bytes(), true);
            constructor = hidden.findConstructor(
                            hidden.lookupClass(), MethodType.methodType(void.class, KernelClass.class))
                    .asType(MethodType.methodType(CompiledKernel.class, KernelClass.class));
        } catch (IllegalAccessException | NoSuchMethodException e) {
            throw new IllegalStateException("a generated class cannot be used", e);
        }
    }

    /// Slots after the prepared ones, for the constants that functions on columns read.
    private Map<Integer, Integer> columnConstants() {
        Map<Integer, Integer> slots = new LinkedHashMap<>();
        Graph graph = schedule.graph;
        for (int node : schedule.changing) {
            for (int k = 0;
                    k < graph.operation(node).operands()
                            && graph.operation(node).isFunction();
                    k++) {
                int operand = graph.operand(node, k);
                if (graph.isConstant(operand)) {
                    slots.putIfAbsent(operand, schedule.slotCount + slots.size());
                }
            }
        }
        return slots;
    }

    int lanes() {
        return tuning.lanes;
    }

    int outputs() {
        return schedule.roots.length;
    }

    int scratchLength() {
        return Math.max(steady.slots, changing.slots * tuning.block);
    }

    double[] newPrepared() {
        double[] prepared = new double[(schedule.slotCount + layout.constants().size()) * tuning.lanes];
        layout.constants()
                .forEach((node, slot) -> Arrays.fill(
                        prepared, slot * tuning.lanes, (slot + 1) * tuning.lanes, schedule.graph.value(node)));
        return prepared;
    }

    Kernel instance() {
        try {
            return (CompiledKernel) constructor.invokeExact(this);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a generated kernel cannot be made", e);
        }
    }

    byte[] bytes() {
        return ClassFile.of().build(SELF, type -> {
            type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER).withSuperclass(SUPER);
            type.withMethodBody(
                    ConstantDescs.INIT_NAME,
                    CONSTRUCTOR,
                    0,
                    code -> code.aload(0)
                            .aload(1)
                            .invokespecial(SUPER, ConstantDescs.INIT_NAME, CONSTRUCTOR)
                            .return_());
            chunks(type, steady, true);
            chunks(type, changing, false);
            type.withMethodBody("steady", STEADY, ClassFile.ACC_FINAL, code -> {
                // time and state are not read: the parameters stand in for them
                drive(code, steady, "steady", new int[] {1, 1, 1, 2, 3, 2}, 4);
            });
            type.withMethodBody("changing", CHANGING, ClassFile.ACC_FINAL, code -> {
                drive(code, changing, "changing", new int[] {1, 2, 3, 4, 5, 6}, 7);
            });
        });
    }

    private ChunkCode.Layout layout(CodePlan plan) {
        return plan == steady ? steadyLayout : layout;
    }

    private MethodTypeDesc chunkType(CodePlan plan) {
        return layout(plan).hasOffset() ? CHUNK_WITH_OFFSET : CHANGING;
    }

    private void chunks(ClassBuilder type, CodePlan plan, boolean isSteady) {
        for (int c = 0; c < plan.chunks(); c++) {
            int chunk = c;
            type.withMethodBody(
                    (isSteady ? "steady" : "changing") + chunk,
                    chunkType(plan),
                    ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE,
                    code -> chunkCode(code, plan, isSteady).write(chunk));
        }
    }

    private ChunkCode chunkCode(CodeBuilder code, CodePlan plan, boolean isSteady) {
        return tuning.block > 1 && !isSteady
                ? new VectorCode(code, schedule, plan, layout, false)
                : new ScalarCode(code, schedule, plan, layout(plan), isSteady);
    }

    /// Calls all chunks for each block of lanes.
    private void drive(CodeBuilder code, CodePlan plan, String name, int[] arrays, int offset) {
        if (!layout(plan).hasOffset()) {
            calls(code, plan, name, arrays, -1);
            code.return_();
            return;
        }
        var start = code.newLabel();
        var end = code.newLabel();
        code.iconst_0().istore(offset).labelBinding(start);
        code.iload(offset).loadConstant(tuning.lanes).if_icmpge(end);
        calls(code, plan, name, arrays, offset);
        code.iinc(offset, layout(plan).block()).goto_(start).labelBinding(end).return_();
    }

    private void calls(CodeBuilder code, CodePlan plan, String name, int[] arrays, int offset) {
        for (int c = 0; c < plan.chunks(); c++) {
            for (int array : arrays) {
                code.aload(array);
            }
            if (offset >= 0) {
                code.iload(offset);
            }
            code.invokestatic(SELF, name + c, chunkType(plan));
        }
    }
}
