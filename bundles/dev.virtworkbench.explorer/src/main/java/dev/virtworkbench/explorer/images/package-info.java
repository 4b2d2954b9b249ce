/** Image files as people work on them: information, new images made of old ones, changes in place. */
package dev.virtworkbench.explorer.images;
