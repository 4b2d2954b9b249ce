/**
 * What libvirt's reference says about elements, attributes and values, in our own words, and how often each is used.
 *
 * <p>The facts are data: {@code KIND.facts} holds what no language changes (default, since which libvirt, link) and
 * the English words; {@code KIND_zh_CN.facts} holds the Chinese words. KIND is the name of a root element, or
 * {@code common} for what is the same in several kinds. {@link FactFile} describes the format.
 */
package dev.virtworkbench.language.reference;
