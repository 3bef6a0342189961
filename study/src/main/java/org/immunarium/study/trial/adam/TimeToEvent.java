package org.immunarium.study.trial.adam;

import org.immunarium.study.trial.End;
import org.immunarium.trial.endpoint.Endpoint;
import org.immunarium.trial.endpoint.Setting;

/// ADTTE: times to events, in days, with why each ended.
final class TimeToEvent {

    private static final String DEATH = "DEATH";
    private static final String LAST_VISIT = "LAST EVALUABLE TUMOR ASSESSMENT";

    private final AdamTrial trial;
    private final AdamDataset dataset = new AdamDataset(
            "ADTTE",
            "Time-to-Event Analysis Dataset",
            AdamTrial.variables(
                    "PARAMCD", "Parameter Code",
                    "PARAM", "Parameter",
                    "STARTDY", "Relative Day of Time-to-Event Origin",
                    "ADY", "Analysis Relative Day",
                    "AVAL", "Analysis Value",
                    "AVALU", "Analysis Value Unit",
                    "CNSR", "Censor",
                    "EVNTDESC", "Event or Censoring Description",
                    "CNSDTDSC", "Censor Date Description",
                    "ANL01FL", "Analysis Flag 01"));

    private TimeToEvent(AdamTrial trial) {
        this.trial = trial;
    }

    static AdamDataset of(AdamTrial trial) {
        TimeToEvent all = new TimeToEvent(trial);
        trial.subjects().forEach(all::add);
        return all.dataset;
    }

    private void add(Subject subject) {
        if (subject.end() == End.DEATH) {
            add(subject, "OS", "Overall Survival (days)", 0, subject.followed(), DEATH, "");
        } else {
            boolean cutOff = subject.end() == End.CUT_OFF;
            add(
                    subject,
                    "OS",
                    "Overall Survival (days)",
                    0,
                    subject.followed(),
                    "ALIVE",
                    cutOff ? "DATA CUT-OFF" : "WITHDRAWAL BY SUBJECT");
        }
        String seen = trial.setting() == Setting.ADJUVANT ? "RECURRENCE" : "PROGRESSION";
        String event = subject.progressed().isPresent() ? "DISEASE " + seen : DEATH;
        String ended = subject.freeEnded() ? event : "NO " + seen + " OR DEATH";
        String censored = subject.freeEnded() ? "" : LAST_VISIT;
        Endpoint free = trial.setting().free();
        String name = (free == Endpoint.DISEASE_FREE_SURVIVAL ? "Disease" : "Progression") + "-Free Survival (days)";
        add(subject, free.abbreviation(), name, 0, subject.free(), ended, censored);
        subject.response().ifPresent(from -> {
            add(subject, "DOR", "Duration of Response (days)", from, subject.free(), ended, censored);
            add(subject, "TTR", "Time to Response (days)", 0, from, "RESPONSE", "");
        });
    }

    /// @param censored when it was; empty where it was not
    private void add(Subject subject, String code, String name, double from, double to, String why, String censored) {
        dataset.add()
                .putAll(trial.identity(subject))
                .put("PARAMCD", code)
                .put("PARAM", name)
                .put("STARTDY", Subject.day(from))
                .put("ADY", Subject.day(to))
                .put("AVAL", to - from)
                .put("AVALU", "DAYS")
                .put("CNSR", censored.isEmpty() ? 0 : 1)
                .put("EVNTDESC", why)
                .put("CNSDTDSC", censored)
                .put("ANL01FL", "Y");
    }
}
