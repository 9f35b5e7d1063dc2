package dev.buildlog.model;

/**
 * What became of a mistake.
 *
 * @param project id of the project
 * @param mistake id of the mistake
 * @param errorClass its class as a context key
 * @param session id of the session it was taken to belong to; empty for none
 */
public record MistakeReceipt(String project, String mistake, String errorClass, String session) {}
