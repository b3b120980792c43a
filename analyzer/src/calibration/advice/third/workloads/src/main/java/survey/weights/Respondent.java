package survey.weights;

/** A person who answered. */
public record Respondent(int age, int region, boolean female, int answer) {}
