package dev.buildlog.extract;

import org.commonmark.node.Node;

/**
 * A block that holds no other blocks.
 *
 * @param node the block
 * @param first its first line, from 1
 * @param last its last line
 */
record Leaf(Node node, int first, int last) {}
