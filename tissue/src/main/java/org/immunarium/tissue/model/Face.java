package org.immunarium.tissue.model;

/// A side of the domain.
public enum Face {
    X_MIN,
    X_MAX,
    Y_MIN,
    Y_MAX,
    Z_MIN,
    Z_MAX;

    /// 0 for x, 1 for y, 2 for z.
    public int axis() {
        return ordinal() / 2;
    }

    /// Whether it is where the coordinate is highest.
    public boolean isUpper() {
        return ordinal() % 2 == 1;
    }
}
