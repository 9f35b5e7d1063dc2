/**
 * What buildlog puts into a repository so that people and agents work with it: the journal folder, a section in the agents'
 * instructions, git hooks, lines in {@code .gitignore}. Each is a {@link dev.buildlog.setup.SetupStep} that can look, put in and
 * take out. Knows files only; where git keeps its hooks it is told.
 */
@NullMarked
package dev.buildlog.setup;

import org.jspecify.annotations.NullMarked;
