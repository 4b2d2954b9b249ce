/** What people do to hosts and their objects: the same actions in menus, toolbar, keys and Quick Access. The engine says when they fit. */
package dev.virtworkbench.explorer.actions;
