#!/bin/sh
# Starts Virt Workbench. Words after it go to the workbench: -data DIR names the workspace.
here=$(cd "$(dirname "$0")" && pwd -P)
on_first_thread=-XstartOnFirstThread
. "$here/start.sh"
