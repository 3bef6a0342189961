package org.immunarium.study.tissue.treatment;

/// Something that is given, as tables have it.
///
/// @param time  min
/// @param event `dose`, `infusion start`, `infusion end` or `held`
/// @param what  `nivolumab: 240 mg IV`
public record DoseEvent(double time, String event, String what) {

    /// All at once.
    public static final String DOSE = "dose";

    /// The beginning of what runs in.
    public static final String START = "infusion start";

    /// The end of what runs in.
    public static final String END = "infusion end";

    /// A concentration that does not change.
    static final String HELD = "held";
}
