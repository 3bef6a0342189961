package org.immunarium.study;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.immunarium.results.BlockInput;
import org.immunarium.results.BlockOutput;
import org.immunarium.results.Packed;
import org.immunarium.results.StorageException;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;

/// What a place answers that was given a piece, in bytes: what came of it, or the fault that it ended with.
///
/// A fault of the piece is an answer as good as any: whoever carries it out once more meets it again, and the
/// run must end with it, not with word of a cluster that failed. What is a fault of the place (its memory, its
/// disk, its build) is thrown, so that another place is tried.
public final class PieceAnswer {

    private static final int RESULT = 0;
    private static final int INVALID = 1;
    private static final int FAULT = 2;

    private PieceAnswer() {}

    /// Carries out a piece.
    ///
    /// @param where for people: `on executor 3 of 10.0.0.7`
    /// @return what [#result] reads
    public static byte[] of(String where, Supplier<byte[]> piece) {
        try {
            byte[] result = piece.get();
            return Packed.of(out -> {
                out.put(RESULT);
                out.put(result.length);
                out.put(result);
            });
        } catch (RuntimeException | Error fault) {
            if (isOfThePlace(fault)) {
                throw fault;
            }
            return Packed.of(out -> put(fault, where, out));
        }
    }

    /// What came of a piece.
    ///
    /// @throws InvalidInputException if the piece ended with it, and so any other exception or error; that, and
    ///                               where,
    ///     is told by what is suppressed in it
    public static byte[] result(byte[] answer) {
        return switch (Packed.read(answer, PieceAnswer::take)) {
            case Answer.Result(byte[] result) -> result;
            case Answer.Fault(Throwable fault) -> throw thrown(fault);
        };
    }

    private static boolean isOfThePlace(Throwable fault) {
        return fault instanceof UnfitWorkplace
                || fault instanceof StorageException
                || fault instanceof UncheckedIOException
                || fault instanceof VirtualMachineError && !(fault instanceof StackOverflowError);
    }

    private sealed interface Answer {

        record Result(byte[] bytes) implements Answer {}

        record Fault(Throwable fault) implements Answer {}
    }

    private static RuntimeException thrown(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        return (RuntimeException) fault;
    }

    private static void put(Throwable fault, String where, BlockOutput out) throws IOException {
        if (fault instanceof InvalidInputException invalid) {
            out.put(INVALID);
            out.put(invalid.problems().size());
            for (Problem problem : invalid.problems()) {
                put(problem, out);
            }
        } else {
            byte[] bytes = serialized(fault);
            out.put(FAULT);
            out.put(bytes.length);
            out.put(bytes);
        }
        out.put(where);
    }

    private static Answer take(BlockInput in) throws IOException {
        int kind = in.takeInt();
        return switch (kind) {
            case RESULT -> new Answer.Result(in.takeBytes(in.takeInt()));
            case INVALID -> {
                List<Problem> problems = new ArrayList<>();
                for (int left = in.takeInt(); left > 0; left--) {
                    problems.add(takeProblem(in));
                }
                yield new Answer.Fault(from(new InvalidInputException(problems), in.takeText()));
            }
            case FAULT -> new Answer.Fault(from(deserialized(in.takeBytes(in.takeInt())), in.takeText()));
            default -> throw new StreamCorruptedException("an answer of an unknown kind, " + kind);
        };
    }

    private static Throwable from(Throwable fault, String where) {
        fault.addSuppressed(new IllegalStateException("in a piece of the run, " + where));
        return fault;
    }

    private static void put(Problem problem, BlockOutput out) throws IOException {
        out.put(problem.source());
        out.put(problem.line().isPresent());
        out.put(problem.line().orElse(0));
        out.put(problem.element().isPresent());
        out.put(problem.element().orElse(""));
        out.put(problem.message());
        out.put(problem.kind().name());
    }

    private static Problem takeProblem(BlockInput in) throws IOException {
        String source = in.takeText();
        boolean hasLine = in.takeBoolean();
        int line = in.takeInt();
        boolean hasElement = in.takeBoolean();
        String element = in.takeText();
        return new Problem(
                source,
                hasLine ? OptionalInt.of(line) : OptionalInt.empty(),
                hasElement ? Optional.of(element) : Optional.empty(),
                in.takeText(),
                Problem.Kind.valueOf(in.takeText()));
    }

    private static byte[] serialized(Throwable fault) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(fault);
            return bytes.toByteArray();
        } catch (NotSerializableException e) {
            // Some part of it cannot travel; what it says, and where it happened, can.
            IllegalStateException inWords = new IllegalStateException(fault.toString());
            inWords.setStackTrace(fault.getStackTrace());
            return serialized(inWords);
        }
    }

    private static Throwable deserialized(byte[] bytes) throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (Throwable) in.readObject();
        } catch (ClassNotFoundException e) {
            throw new StreamCorruptedException("an exception of an unknown class, " + e.getMessage());
        }
    }
}
