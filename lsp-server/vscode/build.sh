#!/bin/sh
# Builds and packs the extension for VS Code: target/virt-workbench-VERSION.vsix, with the server in it. Installs and
# fetches first what is missing on this machine.
here=$(cd "$(dirname "$(readlink -f "$0")")" && pwd) || exit 2
top=$(cd "$here/../.." && pwd) || exit 2
for part in machine server node extension; do
    . "$top/releng/setup/$part.sh"
done
cd "$here" || exit 2
find_node && find_modules || exit 2
is_built || ready_server || exit 2
npm run --silent build && npm run --silent package
