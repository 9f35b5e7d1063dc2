/**
 * The front door for agents: buildlog's tools over the Model Context Protocol, on stdio and over HTTP. A tool is a line of data that
 * says which command it runs and how its arguments become that command's; so an agent and a person get the same answers, and
 * every change goes through the same doors. Knows neither the commands, which it is given as a {@link
 * dev.buildlog.mcp.CommandRunner}, nor the other front doors.
 */
@NullMarked
package dev.buildlog.mcp;

import org.jspecify.annotations.NullMarked;
