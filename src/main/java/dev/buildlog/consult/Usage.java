package dev.buildlog.consult;

/**
 * What one question used, or many together.
 *
 * @param project id of the project that it was about; empty for none
 * @param task key of the task; {@code other} for questions that are not buildlog's own
 * @param model name of the model
 * @param prompt version of the prompt; empty where it is not known
 * @param asked how often the model was asked
 * @param remembered how often an answer was known already
 * @param input tokens read at full price
 * @param output tokens written
 * @param cached tokens that the provider had in its own cache
 * @param written tokens that the provider put into its own cache
 * @param nanos cost in billionths of a US dollar
 */
public record Usage(String project, String task, String model, String prompt, long asked, long remembered, long input,
        long output, long cached, long written, long nanos) {

    /** All tokens, at whatever price. */
    public long tokens() {
        return input + output + cached + written;
    }
}
