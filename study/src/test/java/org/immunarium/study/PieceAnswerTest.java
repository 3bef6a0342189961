package org.immunarium.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.immunarium.numerics.NumericalFailure;
import org.immunarium.results.StorageException;
import org.immunarium.units.InvalidInputException;
import org.immunarium.units.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PieceAnswerTest {

    private static final String WHERE = "on executor 3 of 10.0.0.7";

    private static byte[] answer(Throwable fault) {
        return PieceAnswer.of(WHERE, () -> {
            if (fault instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) fault;
        });
    }

    @Test
    void whatCameOfAPieceIsReadBack() {
        byte[] result = {0, 1, 2, -3};
        assertThat(PieceAnswer.result(PieceAnswer.of(WHERE, () -> result))).isEqualTo(result);
    }

    @Test
    void whatIsWrongWithAStudyIsToldWithItsPlaces() {
        List<Problem> problems = List.of(
                Problem.at("study.yaml", 7, "a number was expected"),
                new Problem("some.csv", OptionalInt.empty(), Optional.of("k"), "no").unsupported());
        assertThat(catchThrowableOfType(
                                InvalidInputException.class,
                                () -> PieceAnswer.result(answer(new InvalidInputException(problems))))
                        .problems())
                .isEqualTo(problems);
    }

    @Test
    void aFaultIsThrownAgainWithWhereItHappened() {
        IllegalArgumentException fault = new IllegalArgumentException("no such arm");
        Throwable again = catchThrowable(() -> PieceAnswer.result(answer(fault)));
        assertThat(again).isExactlyInstanceOf(IllegalArgumentException.class).hasMessage("no such arm");
        assertThat(again.getStackTrace()[0]).isEqualTo(fault.getStackTrace()[0]);
        assertThat(again.getSuppressed())
                .singleElement()
                .satisfies(each -> assertThat(each).hasMessageContaining(WHERE));
        assertThatThrownBy(() -> PieceAnswer.result(answer(new StackOverflowError("deep"))))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void numbersThatFailSayOfWhatAndWhen() {
        NumericalFailure again = catchThrowableOfType(
                NumericalFailure.class,
                () -> PieceAnswer.result(answer(new NumericalFailure("V_T", 12.5, "d", "is not a number"))));
        assertThat(again.quantity()).isEqualTo("V_T");
        assertThat(again.time()).isEqualTo(12.5);
        assertThat(again).hasMessageContaining("12.5 d");
    }

    @Test
    void ofAFaultThatCannotTravelItsWordsDo() {
        RuntimeException fault = new IllegalStateException("odd") {
            private final transient Object unused = new Object();
            private final Object left = new Object();

            @Override
            public String toString() {
                return "odd " + (unused == left);
            }
        };
        assertThatThrownBy(() -> PieceAnswer.result(answer(fault)))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("odd false");
    }

    static Stream<Throwable> faultsOfThePlace() {
        return Stream.of(
                new UnfitWorkplace("another build"),
                new StorageException(java.nio.file.Path.of("x"), new IOException("No space left on device")),
                new UncheckedIOException(new IOException("No space left on device")),
                new OutOfMemoryError("Java heap space"));
    }

    @ParameterizedTest
    @MethodSource
    void faultsOfThePlace(Throwable fault) {
        assertThat(catchThrowable(() -> answer(fault))).isSameAs(fault);
    }
}
