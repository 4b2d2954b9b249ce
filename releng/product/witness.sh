# Adds to an Eclipse a bundle that tells what its explorer shows. Sourced by tests of what was built.

# add_witness ECLIPSE FOLDER: compiled against that Eclipse, in that folder, and added to its list of bundles.
add_witness() {
    witness=$2/witness.jar
    "$JAVA_HOME/bin/javac" --release 21 -proc:none -cp "$1/plugins/*" -d "$2/witness" \
        "$top/releng/site/witness/src/ExplorerWitness.java" 2>"$2/javac.log" &&
        "$JAVA_HOME/bin/jar" --create --file "$witness" --manifest "$top/releng/site/witness/META-INF/MANIFEST.MF" \
            -C "$2/witness" . -C "$top/releng/site/witness" plugin.xml || {
        cat "$2/javac.log" >&2
        stop "the witness of what is shown could not be made"
    }
    echo "dev.virtworkbench.site.witness,0.1.0,file:$witness,4,false" \
        >>"$1/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"
}
