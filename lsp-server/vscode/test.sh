#!/bin/sh
# Builds the extension for VS Code, tests it, packs it, and tries it in the real workbench of VS Code in a browser.
# What cannot be had on this machine is skipped, and said so. JAVA_HOME: the Java that the server is tried with.
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd) || exit 2
top=$(cd "$here/../.." && pwd) || exit 2
for part in machine node extension code-server; do
    . "$top/releng/setup/$part.sh"
done
cd "$here" || exit 2

skip() {
    say "SKIPPED: $*"
    exit 0
}

find_node && find_modules || skip 'the extension for VS Code (what it is built with could not be had)'
./build.sh && npm run --silent test || exit 1
find_code_server || skip 'the extension in the workbench of VS Code'
CODE_SERVER=$code_server BROWSER=$browser npm run --silent test:workbench
