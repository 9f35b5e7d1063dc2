package dev.buildlog.model;

/**
 * One repository, however many checkouts it has.
 *
 * @param id 12 hex digits: the start of the SHA-256 of the normalised remote, else of the absolute path
 * @param name last element of the remote or of the path
 * @param remote normalised remote as {@code host/owner/name}; empty where there is none
 */
public record Project(String id, String name, String remote) {}
