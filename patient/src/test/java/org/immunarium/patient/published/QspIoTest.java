package org.immunarium.patient.published;

import org.immunarium.equations.model.Model;
import org.junit.jupiter.api.Test;

final class QspIoTest {
    @Test
    void one() {
        Model m = QspIo.example1();
        System.out.println(m.species().size() + " " + m.reactions().size());
        m.reactions().forEach(r -> System.out.println(r.id() + " " + r.rate().get()));
        m = QspIo.example2();
        System.out.println(m.species().size() + " " + m.reactions().size());
    }
}
