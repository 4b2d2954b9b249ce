#!/bin/sh
# Builds the extension for VS Code, tests it, packs it, and tries it in the real workbench of VS Code in a browser.
# What cannot be had on this machine is skipped, and said so. JAVA_HOME: the Java that the server is tried with.
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd) || exit 2
top=$(cd "$here/../.." && pwd) || exit 2
for part in machine node code-server; do
    . "$top/releng/setup/$part.sh"
done
cd "$here" || exit 2

skip() {
    say "SKIPPED: $*"
    exit 0
}

find_node || skip 'the extension for VS Code (no Node.js)'
if [ package-lock.json -nt node_modules/.package-lock.json ]; then
    mkdir -p target
    say 'fetching what the extension is built with'
    npm ci --ignore-scripts --no-audit --no-fund >target/npm.log 2>&1 || {
        tail -n 5 target/npm.log >&2
        skip "the extension for VS Code (npm ci failed, whole log: $here/target/npm.log)"
    }
    touch node_modules/.package-lock.json
fi
npm run --silent build && npm run --silent test && npm run --silent package || exit 1
find_code_server || skip 'the extension in the workbench of VS Code'
CODE_SERVER=$code_server BROWSER=$browser npm run --silent test:workbench
