/**
 * Documents of a host's objects, open in editors as if they were files: an Eclipse file system that keeps texts in memory only,
 * because domains' documents hold passwords, and a document provider for which saving is applying.
 */
package dev.virtworkbench.explorer.live;
