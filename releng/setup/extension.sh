# Gets what the extension for VS Code is built with.

# find_modules: what package-lock.json says, in node_modules beside it. Needs find_node before; in the extension's folder.
find_modules() {
    if [ -r node_modules/.package-lock.json ] && [ ! package-lock.json -nt node_modules/.package-lock.json ]; then
        return 0
    fi
    say 'fetching what the extension for VS Code is built with'
    mkdir -p target
    npm ci --ignore-scripts --no-audit --no-fund >target/npm.log 2>&1 </dev/null || {
        tail -n 5 target/npm.log >&2
        say "npm ci failed (whole log: $PWD/target/npm.log)"
        return 1
    }
    touch node_modules/.package-lock.json
}
