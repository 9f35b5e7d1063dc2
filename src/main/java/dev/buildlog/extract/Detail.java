package dev.buildlog.extract;

/** What a labelled text in a source says about a rule. */
enum Detail {
    RULE("Rule,Guideline,Recommendation,Requirement,Practice,Do"),
    CONTEXT("Context,When,Applies to,Applies when,Situation"),
    ANTIPATTERN("Antipattern,Anti-pattern,Avoid,Don't,Do not,Bad,Instead of"),
    RATIONALE("Rationale,Why,Reason,Because,Motivation"),
    SEVERITY("Severity,Priority"),
    SCOPE("Scope"),
    TAGS("Tags,Keywords");

    private final String labels;

    Detail(String labels) {
        this.labels = labels;
    }

    /** The labels that announce it, separated by commas, unless a team says otherwise. */
    String labels() {
        return labels;
    }
}
