/** Storage pools and their volumes. Objects here are names of something on the host, not copies of it: none goes stale. */
package dev.virtworkbench.engine.storage;
