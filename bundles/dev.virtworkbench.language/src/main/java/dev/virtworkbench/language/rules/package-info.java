/**
 * What libvirt's parser and drivers refuse, drop or misread though its schema allows it. A rule is one small class that reads a
 * document and what the workspace knows, and tells {@link dev.virtworkbench.language.findings.Finding}s; {@code docs/rules.md}
 * is written from the rules and their examples.
 */
package dev.virtworkbench.language.rules;
