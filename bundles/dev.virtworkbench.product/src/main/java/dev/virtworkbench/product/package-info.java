/** The product's face: name, icon, defaults, and the samples a newcomer finds in an empty workspace. */
package dev.virtworkbench.product;
